using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads what a queue does when it is full, and where tickets go that it does not take.</summary>
internal static class OverflowShape
{
    private const int MostWaiting = 1_000_000;
    private const int MostSeconds = 30 * 86_400;

    /// <summary>Reads the limits of a channel.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="limits">What came in, or null.</param>
    public static QueueLimits? ReadLimits(ref ShapeCheck check, V1.QueueLimits? limits)
    {
        if (limits is null)
        {
            return null;
        }

        check.Range(limits.Waiting, "limits.waiting", 0, MostWaiting);
        var oldest = check.Seconds(limits.OldestWait, "limits.oldest_wait", 1, MostSeconds) ?? 0;
        var estimated = check.Seconds(limits.EstimatedWait, "limits.estimated_wait", 1, MostSeconds) ?? 0;
        if (limits is { Waiting: 0, OldestWait: null, EstimatedWait: null })
        {
            check.Fail(Reason.InvalidRequest, "limits", "limits nothing", "one of waiting, oldest_wait and estimated_wait, or to leave it out");
        }

        var overflow = Read(ref check, limits.Overflow, "limits.overflow", OverflowRule.Refusal);
        if (overflow.Kind == OverflowKind.Wait)
        {
            check.Fail(Reason.InvalidRequest, "limits.overflow.kind", "is WAIT, which is for closed hours", "REFUSE, QUEUE or CALL_BACK");
        }

        return new QueueLimits(limits.Waiting, oldest, estimated, overflow);
    }

    /// <summary>Reads where tickets go.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="overflow">What came in, or null.</param>
    /// <param name="field">Where it is.</param>
    /// <param name="usual">What holds where it is left out.</param>
    public static OverflowRule Read(ref ShapeCheck check, V1.Overflow? overflow, string field, OverflowRule usual)
    {
        if (overflow is null)
        {
            return usual;
        }

        if (!Enum.IsDefined(overflow.Kind))
        {
            check.Fail(Reason.InvalidRequest, $"{field}.kind", "has a value that this server does not know", "one of the contract's values");
        }

        if (overflow.Kind == V1.OverflowKind.Queue)
        {
            check.Id(overflow.Queue, $"{field}.queue", FieldLimits.Name);
        }
        else if (overflow.Queue.Length > 0)
        {
            check.Fail(Reason.InvalidRequest, $"{field}.queue", "is set though tickets go to no queue", "kind QUEUE, or to leave it out");
        }

        return overflow.Kind switch
        {
            V1.OverflowKind.Queue => new OverflowRule(OverflowKind.Queue, overflow.Queue),
            V1.OverflowKind.Refuse => OverflowRule.Refusal,
            V1.OverflowKind.CallBack => OverflowRule.OfferCallBack,
            V1.OverflowKind.Wait => OverflowRule.WaitForOpening,
            _ => usual,
        };
    }
}
