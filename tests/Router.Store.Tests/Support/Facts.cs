using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.Envelopes;
using Contract = Router.V1;

namespace Router.Store.Tests.Support;

/// <summary>Facts of every kind, and the events that are written of them.</summary>
public static class Facts
{
    /// <summary>All kinds that are a <typeparamref name="T"/>.</summary>
    public static IEnumerable<Type> Kinds<T>()
        where T : Fact => typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract);

    /// <summary>One of a kind, by its name, in which all is filled.</summary>
    public static Fact Make(string kind)
    {
        var fact = (Fact)Filled.Make(Kinds<Fact>().Single(t => t.Name == kind));
        return fact is TicketLeft left ? left with { State = TicketState.Cancelled, Cause = "spam" } : fact;
    }

    /// <summary>What is told of a fact, which is the fifth.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="ticket">Its ticket, or null for any.</param>
    public static Contract.Event Event(Fact fact, TicketRecord? ticket = null)
    {
        var changes = Batches.Empty with
        {
            Facts = [Batches.Numbered(fact, 5)],
            Tickets = [ticket ?? Batches.Ticket((fact as TicketFact)?.TicketId ?? "t1")],
        };
        var pack = new PackWriter();
        EventWriter.Write(pack, "default", changes);
        using var bytes = new MemoryStream(pack.Written.ToArray());
        var read = Contract.Event.Parser.ParseDelimitedFrom(bytes);
        Assert.Equal(bytes.Length, bytes.Position);
        return read;
    }
}
