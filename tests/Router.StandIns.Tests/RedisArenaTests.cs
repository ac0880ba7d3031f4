using Pipelines.Sockets.Unofficial.Arenas;

namespace Router.StandIns.Tests;

public sealed class RedisArenaTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(10_000)]
    public void Allocate_AfterReset_GivesClearedElements(int length)
    {
        using var arena = new Arena<string>();
        arena.Allocate(length).FirstSpan.Fill("old");

        arena.Reset();

        Assert.All(arena.Allocate(length).FirstSpan.ToArray(), Assert.Null);
    }

    [Fact]
    public void Runs_BeforeReset_DoNotOverlap()
    {
        using var arena = new Arena<int>();
        var runs = Enumerable.Range(0, 500).Select(length => arena.Allocate(length)).ToList();
        foreach (var run in runs)
        {
            run.FirstSpan.Fill((int)run.Length);
        }

        Assert.All(runs, run => Assert.All(run.FirstSpan.ToArray(), element => Assert.Equal((int)run.Length, element)));
    }

    [Fact]
    public void Sequence_ByElementsAndByPieces_GivesTheSame()
    {
        using var arena = new Arena<int>();
        var run = arena.Allocate(5);
        var writer = run.GetEnumerator();
        for (var i = 0; i < 5; i++)
        {
            writer.GetNext() = i;
        }

        var elements = new List<int>();
        foreach (ref var element in run)
        {
            elements.Add(element);
        }

        var pieces = new List<int>();
        foreach (var piece in run.Spans)
        {
            pieces.AddRange(piece);
        }

        Assert.Equal([0, 1, 2, 3, 4], elements);
        Assert.Equal(elements, pieces);
        Assert.Equal(3, run.Untyped().Cast<int>()[3]);
        Assert.Equal([0, 10, 20, 30, 40], run.ToArray((in int element) => element * 10));
        Assert.Equal([7, 8, 9, 10, 11], run.ToArray((in int element, in int more) => element + more, 7));
    }

    [Fact]
    public void CopyTo_WithTooLittleRoom_SaysSo()
    {
        using var arena = new Arena<int>();
        var run = arena.Allocate(3);

        var error = Assert.Throws<ArgumentException>(() => run.CopyTo(new int[2], (in int element) => element));

        Assert.StartsWith("Room for 2 elements, 3 needed.", error.Message);
    }

    [Fact]
    public void EmptySequence_HasNoElementAndNoPiece()
    {
        var none = default(Sequence<int>);

        Assert.True(none.IsEmpty);
        Assert.False(none.GetEnumerator().MoveNext());
        Assert.False(none.Spans.GetEnumerator().MoveNext());
        Assert.True(none.Untyped().Cast<string>().IsEmpty);
    }
}
