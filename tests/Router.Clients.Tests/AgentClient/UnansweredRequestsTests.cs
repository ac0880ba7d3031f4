using Router.AgentClient.Requests;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class UnansweredRequestsTests
{
    private readonly ManualTime _time = new();
    private readonly UnansweredRequests _requests = new();

    [Fact]
    public void TakeTooOld_TakesWhatTheServerNoLongerKnows()
    {
        Add("old");
        _time.Advance(UnansweredRequests.Retention - TimeSpan.FromSeconds(1));
        Add("young");
        Assert.Empty(_requests.TakeTooOld(_time));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["old"], _requests.TakeTooOld(_time).Select(request => request.Request.RequestId));
        Assert.Equal(["young"], _requests.All().Select(request => request.Request.RequestId));
    }

    [Fact]
    public void All_IsInTheOrderMade()
    {
        foreach (var id in new[] { "b", "a", "c" })
        {
            Add(id);
        }

        Assert.True(_requests.Remove("a", out _));
        Assert.False(_requests.Remove("a", out _));
        Assert.Equal(["b", "c"], _requests.All().Select(request => request.Request.RequestId));
    }

    [Fact]
    public void RequestIds_OfTwoSessions_AreNeverTheSame()
    {
        var ids = new[] { new RequestIds(), new RequestIds() }.SelectMany(source => Enumerable.Range(0, 100).Select(_ => source.Next())).ToList();

        Assert.Equal(200, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 64));
    }

    private void Add(string id) => _requests.Add(new UnansweredRequest(new WorkRequest { RequestId = id, Take = new Take() }, _time.GetTimestamp()));
}
