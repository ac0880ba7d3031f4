using Router.V1;

namespace Router.AgentClient.Connection;

/// <summary>Which refusals pass by themselves, so that the very same request is sent again (reasons.proto).</summary>
internal static class Transience
{
    public static bool Is(Reason reason) => reason is
        Reason.OutcomeUnknown or Reason.StoreUnavailable or Reason.ShuttingDown or Reason.Overloaded or Reason.StreamTooSlow;
}
