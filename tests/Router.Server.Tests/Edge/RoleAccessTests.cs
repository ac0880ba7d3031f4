using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Router.Server.Tests.Live;

namespace Router.Server.Tests.Edge;

/// <summary>Everything that a running server has mapped, called over the network by everybody, against <see cref="ExpectedAccess"/>.</summary>
public sealed class RoleAccessTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const string Unserved = "{unimplementedMethod";

    private static readonly string[] Roles = ["adapter", "agent", "supervisor", "integration", "admin"];

    private static readonly Dictionary<string, string?> BadTokens = new()
    {
        ["without a token"] = null,
        ["with an expired token"] = Admin(claims: new() { ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds() }),
        ["with a token of another key"] = Admin(key: new string('k', 48)),
        ["with a token of another issuer"] = Admin(claims: new() { ["iss"] = "somebody" }),
        ["with a token without a role"] = TestKey.Token(null),
        ["with a token of an unknown role"] = TestKey.Token("root"),
        ["with garbage"] = "garbage",
    };

    /// <summary>Those who call: a role, or what is wrong with the token.</summary>
    public static TheoryData<string> Callers => [.. Roles, .. BadTokens.Keys];

    private IEnumerable<RouteEndpoint> Endpoints => server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();

    private IEnumerable<IMethod> Methods => Endpoints.Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method).OfType<IMethod>();

    private IEnumerable<string> HubMethods =>
        from endpoint in Endpoints
        let hub = endpoint.Metadata.GetMetadata<HubMetadata>()?.HubType
        where hub is not null && !PathOf(endpoint).EndsWith("/negotiate", StringComparison.Ordinal)
        from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetBaseDefinition().DeclaringType == hub && !method.IsSpecialName
        select $"{PathOf(endpoint)} {method.Name}";

    private IEnumerable<string> Paths =>
        from endpoint in Endpoints
        where endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is null && !PathOf(endpoint).Contains(Unserved, StringComparison.Ordinal)
        let verbs = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        from verb in verbs is { Count: > 0 } ? verbs : ["GET", "POST"]
        select $"{verb} {PathOf(endpoint)}";

    [Fact]
    public void Everything_that_is_mapped_stands_in_the_expected_table_and_nothing_else()
    {
        Assert.Equal(Sorted(ExpectedAccess.Methods.Keys), Sorted(Methods.Select(m => m.FullName)));
        Assert.Equal(Sorted(ExpectedAccess.HubMethods.Keys), Sorted(HubMethods));
        Assert.Equal(Sorted(ExpectedAccess.Paths.Keys), Sorted(Paths));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Methods_answer_whom_they_should_and_nobody_else(string who)
    {
        var (role, token) = Of(who);
        using var caller = new TestCaller(server.Server.GrpcAddress, token);
        var wrong = new List<string>();
        foreach (var method in Methods)
        {
            var expected = ExpectedAccess.LetsIn(ExpectedAccess.Methods[method.FullName], role) ? StatusCode.OK
                : role is null ? StatusCode.Unauthenticated
                : StatusCode.PermissionDenied;
            var told = Denial(await WireCall.ErrorAsync(caller.Invoker, method), token is null ? "A token is needed" : "No valid token: ");
            if (told != expected)
            {
                wrong.Add($"{who}: {method.FullName} answers {told} instead of {expected}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_method_that_is_not_mapped_answers_nobody(string who)
    {
        var (role, token) = Of(who);
        using var caller = new TestCaller(server.Server.GrpcAddress, token);
        foreach (var service in new[] { "router.v1.TicketService", "router.v1.Nothing" })
        {
            var error = await WireCall.ErrorAsync(caller.Invoker, new Method<string, string>(MethodType.Unary, service, "Nothing", Marshallers.StringMarshaller, Marshallers.StringMarshaller));

            var told = Told.Of(error!);
            Assert.Equal(
                (who, role is null ? (StatusCode.Unauthenticated, "NOT_AUTHENTICATED") : (StatusCode.Unimplemented, "NOT_IMPLEMENTED")),
                (who, (told.Code, told.Reason)));
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Hub_methods_answer_whom_they_should_and_nobody_else(string who)
    {
        var (role, token) = Of(who);
        foreach (var method in HubMethods)
        {
            var (path, name) = (method.Split(' ')[0], method.Split(' ')[1]);
            Assert.Equal(Router.Server.Live.LiveHub.Path, path);
            if (ExpectedAccess.LetsIn(ExpectedAccess.HubMethods[method], role))
            {
                await using var hub = await HubSocket.InvokeAsync(server.Server.HttpAddress, token, name);
                Assert.True(await hub.FrameAsync() is not null, $"{who}: {method} has no answer");
            }
            else
            {
                var refused = await Assert.ThrowsAsync<WebSocketException>(() => HubSocket.InvokeAsync(server.Server.HttpAddress, token, name));
                Assert.Contains(role is null ? "'401'" : "'403'", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Paths_answer_whom_they_should_and_nobody_else(string who)
    {
        var (role, token) = Of(who);
        foreach (var (path, row) in ExpectedAccess.Paths)
        {
            var answer = await SendAsync(new HttpMethod(path.Split(' ')[0]), path.Split(' ')[1], token);

            var isIn = ExpectedAccess.LetsIn(row, role);
            Assert.Equal((who, path, isIn), (who, path, answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)));
            Assert.True(isIn || answer == (role is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden), $"{who}: {path} answers {answer}");
        }

        Assert.Equal(role is null ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound, await SendAsync(HttpMethod.Get, "/nothing", token));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "/", token));
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod verb, string path, string? token)
    {
        using var http = new HttpClient { BaseAddress = server.Server.HttpAddress };
        using var request = new HttpRequestMessage(verb, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>The status by which a caller was turned away, with the right details; OK when he was let in.</summary>
    private static StatusCode Denial(RpcException? error, string problem)
    {
        if (error?.StatusCode is not (StatusCode.Unauthenticated or StatusCode.PermissionDenied))
        {
            return StatusCode.OK;
        }

        var told = Told.Of(error);
        Assert.Equal(told.Code == StatusCode.Unauthenticated ? "NOT_AUTHENTICATED" : "NOT_ALLOWED", told.Reason);
        Assert.Contains(told.Code == StatusCode.Unauthenticated ? problem : "this needs", told.Message, StringComparison.Ordinal);
        return told.Code;
    }

    private static (string? Role, string? Token) Of(string who) =>
        Roles.Contains(who) ? (who, TestKey.Token(who)) : (null, BadTokens[who]);

    private static string Admin(Dictionary<string, object>? claims = null, string key = TestKey.Text) => TestKey.Token("admin", "root", claims, key);

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
