using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>The events on the way of every ticket, written field by field: as messages they were a tenth of what the server allocates.</summary>
internal static class EveryTicketsEvents
{
    /// <summary>Writes what says a fact into its event; false for a fact that is none of these.</summary>
    /// <param name="fields">The event's fields.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="changes">The batch, whose tickets are those that its facts are about.</param>
    public static bool TryWrite(FieldWriter fields, Fact fact, Changes changes)
    {
        switch (fact)
        {
            case TicketEntered entered:
                fields.Message(Contract.Event.TicketEnteredFieldNumber, (entered, changes.Ticket(entered.TicketId)!.Steps[0].Requirement), Write);
                return true;
            case OfferMade made:
                fields.Message(Contract.Event.OfferMadeFieldNumber, made, Write);
                return true;
            case TicketAssigned assigned:
                fields.Message(Contract.Event.TicketAssignedFieldNumber, assigned, Write);
                return true;
            case InteractionEnded over:
                fields.Message(Contract.Event.InteractionEndedFieldNumber, over, Write);
                return true;
            case TicketCompleted completed:
                fields.Message(Contract.Event.TicketCompletedFieldNumber, completed, Write);
                return true;
            default:
                return false;
        }
    }

    private static void Write(FieldWriter fields, (TicketEntered Fact, Requirement Asked) entered)
    {
        var (fact, asked) = entered;
        var content = fact.Content;
        fields.Text(Contract.TicketEntered.TicketIdFieldNumber, fact.TicketId);
        fields.Number(Contract.TicketEntered.ReasonFieldNumber, (long)fact.Cause);
        fields.Text(Contract.TicketEntered.SourceFieldNumber, content.Source);
        fields.Text(Contract.TicketEntered.QueueFieldNumber, content.Queue);
        fields.Text(Contract.TicketEntered.ChannelFieldNumber, content.Channel);
        fields.Number(Contract.TicketEntered.PriorityFieldNumber, content.Priority);
        fields.Text(Contract.TicketEntered.SegmentFieldNumber, content.Segment);
        var languages = content.Languages.Count > 0 ? content.Languages : asked.Languages;
        for (var i = 0; i < languages.Count; i++)
        {
            fields.Message(Contract.TicketEntered.LanguagesFieldNumber, NeedsWire.Of(languages[i]));
        }

        for (var i = 0; i < asked.Skills.Count; i++)
        {
            fields.Message(Contract.TicketEntered.SkillsFieldNumber, NeedsWire.Of(asked.Skills[i]));
        }

        fields.Message(Contract.TicketEntered.ArrivedAtFieldNumber, fact.CreatedAt, ProtoTime.Write);
        fields.Message(Contract.TicketEntered.DueAtFieldNumber, fact.DueAt, ProtoTime.Write);
        fields.Message(Contract.TicketEntered.WaitingFieldNumber, WaitingWire.Of(fact.Position, fact.Told));
        fields.Number(Contract.TicketEntered.PolicyVersionFieldNumber, fact.PolicyVersion);
        fields.Flag(Contract.TicketEntered.UnroutableFieldNumber, fact.Unroutable);
    }

    private static void Write(FieldWriter fields, OfferMade fact)
    {
        fields.Text(Contract.OfferMade.TicketIdFieldNumber, fact.TicketId);
        fields.Number(Contract.OfferMade.OfferNoFieldNumber, fact.OfferNo);
        fields.Text(Contract.OfferMade.AgentIdFieldNumber, fact.AgentId);
        fields.Number(Contract.OfferMade.KindFieldNumber, (long)Contract.OfferKind.Assignment);
        fields.Text(Contract.OfferMade.QueueFieldNumber, fact.Content.Queue);
        fields.Text(Contract.OfferMade.ChannelFieldNumber, fact.Content.Channel);
        fields.Message(Contract.OfferMade.ExpiresAtFieldNumber, fact.ExpiresAt, ProtoTime.Write);
        fields.Message(Contract.OfferMade.WaitedFieldNumber, fact.WaitMs, ProtoTime.Write);
    }

    private static void Write(FieldWriter fields, TicketAssigned fact)
    {
        fields.Text(Contract.TicketAssigned.TicketIdFieldNumber, fact.TicketId);
        fields.Number(Contract.TicketAssigned.AssignmentNoFieldNumber, fact.AssignmentNo);
        fields.Text(Contract.TicketAssigned.AgentIdFieldNumber, fact.AgentId);
        fields.Number(Contract.TicketAssigned.OfferNoFieldNumber, fact.OfferNo);
        fields.Text(Contract.TicketAssigned.QueueFieldNumber, fact.Content.Queue);
        fields.Text(Contract.TicketAssigned.ChannelFieldNumber, fact.Content.Channel);
        fields.Message(Contract.TicketAssigned.WaitedFieldNumber, fact.WaitMs, ProtoTime.Write);
        fields.Flag(Contract.TicketAssigned.FirstFieldNumber, fact.IsFirst);
        fields.Flag(Contract.TicketAssigned.PastCapacityFieldNumber, fact.PastCapacity);
        if (ActorWire.Of(fact.MovedBy) is { } actor)
        {
            fields.Message(Contract.TicketAssigned.MovedByFieldNumber, actor);
        }

        fields.Number(Contract.TicketAssigned.StepFieldNumber, fact.Step);
    }

    private static void Write(FieldWriter fields, InteractionEnded fact)
    {
        fields.Text(Contract.InteractionEnded.TicketIdFieldNumber, fact.TicketId);
        fields.Number(Contract.InteractionEnded.AssignmentNoFieldNumber, fact.AssignmentNo);
        fields.Text(Contract.InteractionEnded.AgentIdFieldNumber, fact.AgentId);
        fields.Number(Contract.InteractionEnded.EndedByFieldNumber, (long)fact.By);
        fields.Message(Contract.InteractionEnded.HandlingFieldNumber, fact.HandlingMs, ProtoTime.Write);
        fields.Message(Contract.InteractionEnded.OnHoldFieldNumber, fact.OnHoldMs, ProtoTime.Write);
        if (fact.WrapUpEndsAt != 0)
        {
            fields.Message(Contract.InteractionEnded.WrapUpUntilFieldNumber, fact.WrapUpEndsAt, ProtoTime.Write);
        }
    }

    private static void Write(FieldWriter fields, TicketCompleted fact)
    {
        fields.Text(Contract.TicketCompleted.TicketIdFieldNumber, fact.TicketId);
        fields.Number(Contract.TicketCompleted.AssignmentNoFieldNumber, fact.AssignmentNo);
        fields.Text(Contract.TicketCompleted.AgentIdFieldNumber, fact.AgentId);
        fields.Text(Contract.TicketCompleted.QueueFieldNumber, fact.Content.Queue);
        fields.Text(Contract.TicketCompleted.ChannelFieldNumber, fact.Content.Channel);
        fields.Text(Contract.TicketCompleted.DispositionFieldNumber, fact.Disposition);
        fields.Message(Contract.TicketCompleted.HandlingFieldNumber, fact.HandlingMs, ProtoTime.Write);
        fields.Message(Contract.TicketCompleted.OnHoldFieldNumber, fact.OnHoldMs, ProtoTime.Write);
        fields.Message(Contract.TicketCompleted.WrapUpFieldNumber, fact.WrapUpMs, ProtoTime.Write);
        fields.Flag(Contract.TicketCompleted.ForcedFieldNumber, fact.Forced);
        fields.Message(Contract.TicketCompleted.AgeFieldNumber, fact.AgeMs, ProtoTime.Write);
    }
}
