using Router.Engine.Events;
using Router.Engine.Records;
using Router.Server.Store.Commits;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>
/// Writes facts as the events that say them. Those of every ticket's way are written field by field (<see cref="EveryTicketsEvents"/>), the
/// others, which are rare, as the messages that they are.
/// </summary>
internal static class EventWriter
{
    /// <summary>Writes the events of a batch, each after its length.</summary>
    /// <param name="pack">Where to.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="changes">The changes of the batch.</param>
    public static void Write(PackWriter pack, string workspace, Changes changes)
    {
        foreach (var fact in changes.Facts)
        {
            pack.Delimited(new Told(workspace, changes, fact), Write);
        }
    }

    private static void Write(FieldWriter fields, Told told)
    {
        var fact = told.Fact;
        fields.Text(Contract.Event.WorkspaceFieldNumber, told.Workspace);
        fields.Message(Contract.Event.PositionFieldNumber, (told.Changes.Meta.Term, fact.Number), WritePosition);
        fields.Message(Contract.Event.TimeFieldNumber, fact.At, ProtoTime.Write);
        if (!EveryTicketsEvents.TryWrite(fields, fact, told.Changes))
        {
            fields.Fields(Rare(fact));
        }
    }

    private static Contract.Event Rare(Fact fact)
    {
        var said = new Contract.Event();
        switch (fact)
        {
            case TicketFact about:
                TicketEvents.Fill(said, about);
                break;
            case AgentFact about:
                AgentEvents.Fill(said, about);
                break;
            default:
                WorkspaceEvents.Fill(said, fact);
                break;
        }

        return said;
    }

    private static void WritePosition(FieldWriter fields, (long Term, long Number) position)
    {
        fields.Number(Contract.EventPosition.TermFieldNumber, position.Term);
        fields.Number(Contract.EventPosition.NumberFieldNumber, position.Number);
    }

    private readonly record struct Told(string Workspace, Changes Changes, Fact Fact);
}
