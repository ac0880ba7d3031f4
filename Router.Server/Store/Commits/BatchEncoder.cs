using System.Security.Cryptography;
using Router.Engine.Records;
using Router.Server.Store.Codecs;
using Router.Server.Store.Envelopes;

namespace Router.Server.Store.Commits;

/// <summary>Makes batches of one workspace: one write per key and kind, in the order in which they are applied. Not for use by two threads at once.</summary>
public sealed class BatchEncoder
{
    private readonly WorkspaceKeys _keys;
    private readonly PackWriter _pack = new();
    private readonly TicketWrites _tickets;
    private readonly QueueWrites _queues;
    private readonly AgentWrites _agents;
    private readonly BucketWrites _buckets;

    /// <summary>Makes an encoder.</summary>
    /// <param name="keys">The workspace's keys.</param>
    /// <param name="saved">The workspace as it was last saved: what it holds already is not written again.</param>
    public BatchEncoder(WorkspaceKeys keys, WorkspaceRecord saved)
    {
        _keys = keys;
        _tickets = new TicketWrites(keys, saved.Meta.LastTicket);
        _queues = new QueueWrites(keys, saved.Tickets);
        _agents = new AgentWrites(keys);
        _buckets = new BucketWrites(keys);
    }

    /// <summary>Makes a batch.</summary>
    /// <param name="contents">All that it saves.</param>
    /// <returns>The batch, to be disposed of once it is answered.</returns>
    public PreparedBatch Encode(BatchContents contents)
    {
        var changes = contents.Changes;
        _pack.Array(2);
        _pack.Message(WorkspaceCodec.ToStored(changes.Meta));
        var writes = new WriteList(_pack, _keys);
        // First of all: what Redis would refuse it refuses before anything is written.
        WriteEvents(writes, contents);
        _tickets.Write(writes, contents);
        _queues.Write(writes, changes.Tickets);
        _agents.Write(writes, changes);
        WritePolicy(writes, changes);
        WriteEstimates(writes, changes.WaitClasses);
        WriteCustomers(writes, changes);
        WriteMessages(writes, changes);
        StatisticsWrites.Write(writes, _keys, contents);
        _buckets.Write(writes, contents);
        writes.EndList();
        var hash = SHA256.HashData(_pack.Written)[..HashBytes.Size];
        var length = _pack.Length;
        return new PreparedBatch(contents.Sequence, hash, writes.Keys, _pack.Take(), length);
    }

    private void WritePolicy(WriteList writes, Changes changes)
    {
        if (changes.Policies.Count == 0)
        {
            return;
        }

        writes.Begin("HSET", _keys.Policy);
        foreach (var published in changes.Policies)
        {
            writes.Next().Digits(published.Policy.Version);
            writes.Next().Message(PolicyCodec.ToStored(published));
        }

        writes.Next().Text("current");
        writes.Next().Digits(changes.Policies[^1].Policy.Version);
        writes.End();
    }

    private void WriteEstimates(WriteList writes, IReadOnlyList<WaitClassRecord> waitClasses)
    {
        if (waitClasses.Count == 0)
        {
            return;
        }

        writes.Begin("HSET", _keys.Estimates);
        foreach (var waitClass in waitClasses)
        {
            writes.Next().Text(waitClass.Key);
            writes.Next().Message(WorkspaceCodec.ToStored(waitClass));
        }

        writes.End();
    }

    private void WriteCustomers(WriteList writes, Changes changes)
    {
        if (changes.ForgottenCustomers.Count > 0)
        {
            writes.Begin("HDEL", _keys.Known);
            foreach (var id in changes.ForgottenCustomers)
            {
                writes.Next().Text(id);
            }

            writes.End();
        }

        if (changes.Customers.Count > 0)
        {
            writes.Begin("HSET", _keys.Known);
            foreach (var customer in changes.Customers)
            {
                writes.Next().Text(customer.Id);
                writes.Next().Message(CustomerCodec.ToStored(customer));
            }

            writes.End();
        }
    }

    private void WriteMessages(WriteList writes, Changes changes)
    {
        foreach (var message in changes.Messages)
        {
            writes.Begin("XADD", _keys.Messages(message.TicketId));
            writes.Next().Text($"{message.Number}-0");
            writes.Next().Text("m");
            writes.Next().Message(TicketCodec.ToStored(message));
            writes.End();
        }

        // After the messages: a stream expires with its ticket.
        foreach (var ticket in changes.Tickets)
        {
            if (ticket.IsClosed && ticket.Messages > 0)
            {
                writes.Expire(_keys.Messages(ticket.Id), Lifetimes.Closed);
            }
        }
    }

    private void WriteEvents(WriteList writes, BatchContents contents)
    {
        var facts = contents.Changes.Facts;
        if (facts.Count == 0)
        {
            return;
        }

        writes.Begin("XADD", _keys.Events);
        writes.Next().Text($"{facts[0].Number}-0");
        writes.Next().Text("at");
        writes.Next().Digits(contents.RealNow);
        writes.Next().Text("e");
        var envelopes = writes.Next().BeginBytes();
        EventWriter.Write(writes.Pack, _keys.Workspace, contents.Changes);
        writes.Pack.EndBytes(envelopes);
        writes.End();
    }
}
