using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Router.Engine;
using Router.Server.Edge.Refusals;

namespace Router.Server.Tests.Edge;

/// <summary>The list of reasons stands in the engine, in the contract and in the edge: here they are kept equal.</summary>
public sealed partial class ReasonStatusTests
{
    public static TheoryData<Reason> AllReasons => [.. Enum.GetValues<Reason>().Where(r => r != Reason.Unspecified)];

    [Fact]
    public void The_engine_and_the_contract_have_the_same_reasons()
    {
        var engine = Enum.GetValues<Reason>().Select(r => ((int)r, r.ToString()));
        var contract = Enum.GetValues<V1.Reason>().Select(r => ((int)r, r.ToString()));

        Assert.Equal(contract, engine);
    }

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void CodeOf_EveryReason_AsItsCommentInTheContractSays(Reason reason) =>
        Assert.Equal(CommentOf(reason).Status, Upper(ReasonStatus.CodeOf(reason)));

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void RetryAfter_EveryReason_AsItsCommentInTheContractSays(Reason reason)
    {
        var repeat = CommentOf(reason).Repeat;
        TimeSpan? expected = repeat == "at once" ? TimeSpan.Zero : repeat == "later" ? TimeSpan.FromSeconds(1) : null;

        Assert.Equal(expected, ReasonStatus.RetryAfter(reason));
    }

    [Fact]
    public void CodeOf_NoReason_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ReasonStatus.CodeOf(Reason.Unspecified));

    [Fact]
    public void A_refusal_ends_a_call_with_all_its_details()
    {
        var refused = Refused.For(Reason.Overloaded, "Too much waits.", ("waiting", "8192")) with { RetryAfter = TimeSpan.FromMilliseconds(250) };

        var error = refused.ToException();

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Equal("Too much waits.", error.Status.Detail);
        var status = Google.Rpc.Status.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Equal((8, "Too much waits."), (status.Code, status.Message));
        var info = status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal(("router.v1", "OVERLOADED", "8192"), (info.Domain, info.Reason, info.Metadata["waiting"]));
        Assert.Equal(TimeSpan.FromMilliseconds(250), status.Details[1].Unpack<RetryInfo>().RetryDelay.ToTimeSpan());
    }

    [Fact]
    public void A_refusal_inside_a_stream_says_the_same()
    {
        var refusal = Refused.From(Outcome.Refused(Reason.UnknownQueue, "There is no queue 'x'.", ("field", "queue"))).ToProto();

        Assert.Equal(V1.Reason.UnknownQueue, refusal.Reason);
        Assert.Equal((int)StatusCode.NotFound, refusal.Code);
        Assert.Equal("queue", refusal.Metadata["field"]);
        Assert.Null(refusal.RetryAfter);
    }

    private static (string Status, string Repeat) CommentOf(Reason reason)
    {
        var name = "REASON_" + StatusDetails.NameOf(reason);
        var lines = File.ReadAllLines(RepositoryFile.Path("Router.Protos/router/v1/reasons.proto"));
        var at = Array.FindIndex(lines, l => l.Contains($" {name} = {(int)reason};", StringComparison.Ordinal));
        var comment = string.Join(' ', lines[..at].Reverse().TakeWhile(l => l.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Reverse().Select(l => l.Trim().TrimStart('/').Trim()));
        var found = StatusAndRepeat().Match(comment);
        Assert.True(found.Success, $"The comment of {name} names no status: {comment}");
        return (found.Groups["status"].Value, found.Groups["repeat"].Value);
    }

    private static string Upper(StatusCode code) => WordStart().Replace(code.ToString(), "_$0").ToUpperInvariant();

    [GeneratedRegex(@"(?<status>[A-Z_]{5,})\. Repeat: (?<repeat>at once|later|never|after|with)")]
    private static partial Regex StatusAndRepeat();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
