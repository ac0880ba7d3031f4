using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>What has changed since the last time the changes were taken.</summary>
internal sealed class Batch
{
    public List<Fact> Facts { get; private set; } = [];

    public List<Message> Messages { get; private set; } = [];

    public List<Ticket> Tickets { get; } = [];

    public List<Agent> Agents { get; } = [];

    public List<string> DeletedAgents { get; } = [];

    public List<Customer> Customers { get; } = [];

    public List<string> ForgottenCustomers { get; } = [];

    public List<WaitClass> WaitClasses { get; } = [];

    public List<PublishedPolicy> Policies { get; private set; } = [];

    public void Clear()
    {
        // What was taken is not reused, but for lists that were empty. The next batch is about as large.
        Facts = new List<Fact>(Facts.Count);
        Messages = Messages.Count == 0 ? Messages : [];
        DeletedAgents.Clear();
        Policies = Policies.Count == 0 ? Policies : [];
        ForgottenCustomers.Clear();
        Customers.Clear();
        Tickets.Clear();
        Agents.Clear();
        WaitClasses.Clear();
    }
}
