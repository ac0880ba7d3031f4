using Router.Engine.Tickets;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Commits;

/// <summary>What is written field by field is read back by the generated parsers, at every size of a length.</summary>
public sealed class FieldWriterTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(43)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(200_000)]
    public async Task LoadAsync_OfTextsOfAnyLength_GivesThemAsTheyWere(int chars)
    {
        var workspace = await fixture.OwnAsync();
        var texts = new[] { new string('a', chars), new string('é', chars), new string('語', chars), string.Concat(Enumerable.Repeat("🎫", chars)) };
        var tickets = texts.Select((text, i) => Batches.Ticket($"t{i}") with
        {
            Note = text,
            Steps = [new RoutingStep(0, new Requirement("service", [], [new SkillNeed(text, 1), new SkillNeed("last", 2)]))],
            Declines = -1,
        }).ToList();
        await workspace.CommitAsync(Batches.With([.. tickets]));

        var loaded = (await workspace.LoadAsync()).Record.Tickets.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();

        Assert.Equal(texts, loaded.Select(t => t.Note));
        Assert.Equal(texts, loaded.Select(t => t.Steps[0].Requirement.Skills[0].Name));
        Assert.All(loaded, t => Assert.Equal("last", t.Steps[0].Requirement.Skills[1].Name));
        Assert.All(loaded, t => Assert.Equal(-1, t.Declines));
    }
}
