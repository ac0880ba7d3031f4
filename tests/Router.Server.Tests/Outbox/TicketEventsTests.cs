using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Router.V1;

namespace Router.Server.Tests.Outbox;

/// <summary>What a message looks like in JSON.</summary>
public sealed class TicketEventsTests
{
    [Fact]
    public void Facts_AreWrittenAsProtocolBuffersWritesThem()
    {
        var json = JsonSerializer.SerializeToElement(Message(), JsonSerializerOptions.Web);

        Assert.Equal(["workspace", "term", "first", "facts"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1_764_000_000_000, json.GetProperty("term").GetInt64());
        var fact = json.GetProperty("facts")[0];
        Assert.Equal("7", fact.GetProperty("position").GetProperty("number").GetString());
        Assert.Equal("2025-11-24T16:00:00Z", fact.GetProperty("time").GetString());
        Assert.Equal("3s", fact.GetProperty("ticketAbandoned").GetProperty("waited").GetString());
    }

    [Fact]
    public void Facts_AreReadAsTheyWereWritten()
    {
        var read = JsonSerializer.Deserialize<TicketEvents>(
            JsonSerializer.Serialize(Message(), JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Equal(Message().Facts, read.Facts);
    }

    [Fact]
    public void Facts_OfANewerServer_AreReadWithoutWhatIsNew()
    {
        const string Json = """
            {"workspace":"w","term":1,"first":1,"facts":[{"workspace":"w","colour":"red","ticketInvented":{"ticketId":"t"}}]}
            """;

        var fact = JsonSerializer.Deserialize<TicketEvents>(Json, JsonSerializerOptions.Web)!.Facts.Single();

        Assert.Equal(("w", Event.FactOneofCase.None), (fact.Workspace, fact.FactCase));
    }

    [Theory]
    [InlineData("""{"workspace":"w","term":1,"first":1,"facts":{}}""", "Facts are an array, not Object.")]
    [InlineData("""{"workspace":"w","term":1,"first":1,"facts":[{"workspace":5}]}""", "A fact is no router.v1.Event")]
    public void Facts_ThatAreNone_AreRefused(string json, string why) => Assert.Contains(
        why,
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TicketEvents>(json, JsonSerializerOptions.Web)).Message,
        StringComparison.Ordinal);

    private static TicketEvents Message() => new()
    {
        Workspace = "w",
        Term = 1_764_000_000_000,
        First = 7,
        Facts =
        [
            new Event
            {
                Workspace = "w",
                Position = new() { Term = 1_764_000_000_000, Number = 7 },
                Time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_000_000)),
                TicketAbandoned = new() { TicketId = "t", Waited = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) },
            },
        ],
    };
}
