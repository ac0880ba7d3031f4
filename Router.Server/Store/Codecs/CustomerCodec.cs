using Router.Engine.Records;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What is remembered of customers, to and from its saved form.</summary>
internal static class CustomerCodec
{
    public static StoredCustomer ToStored(CustomerRecord customer) => new()
    {
        Id = customer.Id,
        At = customer.At,
        AgentId = customer.AgentId,
        Language = customer.Language,
        CutOffAt = customer.CutOffAt,
        CutOffAgentId = customer.CutOffAgentId,
        CutOffChannel = customer.CutOffChannel,
        CutOffDueAt = customer.CutOffDueAt,
    };

    public static CustomerRecord FromStored(StoredCustomer stored) => new()
    {
        Id = stored.Id,
        At = stored.At,
        AgentId = stored.AgentId,
        Language = stored.Language,
        CutOffAt = stored.CutOffAt,
        CutOffAgentId = stored.CutOffAgentId,
        CutOffChannel = stored.CutOffChannel,
        CutOffDueAt = stored.CutOffDueAt,
    };
}
