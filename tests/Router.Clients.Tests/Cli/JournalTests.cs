using Router.Cli.Connection;
using Router.Cli.Journals;

namespace Router.Clients.Tests.Cli;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-journal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ReadFolder_WhatWasWritten_IsReadBack()
    {
        IReadOnlyList<Sight> sights = [Testimony.Submitted("T1"), Testimony.Accepted("T1", "AVI", 1), Testimony.Completed("T1", "AVI", 1)];
        using (var adapter = Journal.Open(_folder, "adapter"))
        using (var agents = Journal.Open(_folder, "agents"))
        {
            adapter.Add(sights[0]);
            agents.Add(sights[1]);
            agents.Add(sights[2]);
        }

        Assert.Equal(sights, JournalReader.ReadFolder(_folder));
        Assert.Equal(
            """{"saw":"accepted","at":"1999-08-02T10:00:00+00:00","ticket":"T1","agent":"AVI","assignment_no":1,"state":"Assigned"}""",
            File.ReadLines(Path.Combine(_folder, "agents.jsonl")).First());
    }

    [Fact]
    public void ReadFolder_LastLineCutByAKill_IsLeftOut()
    {
        using (var journal = Journal.Open(_folder, "adapter"))
        {
            journal.Add(Testimony.Submitted("T1"));
        }

        File.AppendAllText(Path.Combine(_folder, "adapter.jsonl"), """{"saw":"submi""");

        Assert.Equal("T1", Assert.Single(JournalReader.ReadFolder(_folder)).Ticket);
    }

    [Fact]
    public void ReadFolder_LineThatIsNone_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "adapter.jsonl"), "x\n");

        Assert.Contains(
            "adapter.jsonl:1 is no line of a journal", Assert.Throws<CommandException>(() => JournalReader.ReadFolder(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFolder_NoJournal_SaysSo() =>
        Assert.StartsWith("No journal", Assert.Throws<CommandException>(() => JournalReader.ReadFolder(_folder)).Message, StringComparison.Ordinal);
}
