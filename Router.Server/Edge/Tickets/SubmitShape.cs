using System.Text;
using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Tickets;

/// <summary>Reads a submit into the engine's command, or says what is wrong with it.</summary>
internal static class SubmitShape
{
    private const long LeastTimeToLiveMs = 1_000;
    private const long MostTimeToLiveMs = 366 * TimeSpan.MillisecondsPerDay;

    /// <summary>Reads a submit.</summary>
    /// <param name="request">What came in.</param>
    /// <param name="now">Server time in ms.</param>
    /// <param name="command">The command; only to be used when there is no mistake.</param>
    /// <returns>The first mistake, or null.</returns>
    public static Refused? Read(V1.SubmitRequest request, long now, out Submit command)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.KnownAgentId, "known_agent_id", FieldLimits.AgentId);
        var content = ReadContent(ref check, request);
        command = new Submit(
            content,
            ReadText(ref check, request, content),
            TimeAhead.Read(ref check, request.ScheduleAt, "schedule_at", now, now),
            check.Milliseconds(request.TimeToLive, "time_to_live", LeastTimeToLiveMs, MostTimeToLiveMs),
            request.CallBack is null ? null : ReadCallBack(ref check, request, now));
        return check.Refused;
    }

    private static CallBack ReadCallBack(ref ShapeCheck check, V1.SubmitRequest request, long now)
    {
        if (request.ScheduleAt is not null || request.TimeToLive is not null)
        {
            check.Fail(Reason.InvalidRequest, "call_back", "is set together with 'schedule_at' or 'time_to_live'", "a call-back alone, whose window says when");
        }

        return CallBackShape.Read(ref check, request.CallBack, now);
    }

    private static TicketContent ReadContent(ref ShapeCheck check, V1.SubmitRequest request)
    {
        check.Id(request.Source, "source", FieldLimits.Source);
        check.IdBytes(request.ExternalId, "external_id", FieldLimits.ExternalIdBytes);
        check.Id(request.Channel, "channel", FieldLimits.Name);
        check.OptionalId(request.Queue, "queue", FieldLimits.Name);
        if (request.Priority is < 0 or > FieldLimits.Priority)
        {
            check.Fail(Reason.PriorityOutOfRange, "priority", $"is {request.Priority}", $"0 to {FieldLimits.Priority}");
        }

        check.OptionalId(request.Segment, "segment", FieldLimits.Name);
        var customer = request.Customer;
        if (customer is not null)
        {
            check.Line(customer.Id, "customer.id", FieldLimits.LabelBytes);
            check.Bytes(customer.Name, "customer.name", FieldLimits.LabelBytes);
            check.Bytes(customer.Address, "customer.address", FieldLimits.AddressBytes);
        }

        check.Bytes(request.Subject, "subject", FieldLimits.SubjectBytes);
        return new TicketContent
        {
            Source = request.Source,
            ExternalId = request.ExternalId,
            Channel = request.Channel,
            Queue = request.Queue,
            Priority = request.Priority,
            Segment = request.Segment,
            Languages = NeedsShape.Languages(ref check, "languages", request.Languages),
            Skills = NeedsShape.Skills(ref check, "skills", request.Skills),
            CustomerId = customer?.Id ?? "",
            CustomerName = customer?.Name ?? "",
            CustomerAddress = customer?.Address ?? "",
            Subject = request.Subject,
            KnownAgentId = request.KnownAgentId,
            Attributes = ReadAttributes(ref check, request.Attributes),
        };
    }

    private static MessageText? ReadText(ref ShapeCheck check, V1.SubmitRequest request, TicketContent content)
    {
        check.Bytes(request.Text, "text", FieldLimits.TextBytes);
        check.OptionalLanguage(request.TextLanguage, "text_language");
        if (request.Text.Length == 0 || !check.IsGood)
        {
            return null;
        }

        return new MessageText(
            request.Text,
            request.TextLanguage.Length > 0 ? LanguageTag.Normalise(request.TextLanguage) : content.FirstLanguage);
    }

    private static KeyValuePair<string, string>[] ReadAttributes(ref ShapeCheck check, MapField<string, string> attributes)
    {
        if (attributes.Count == 0)
        {
            return [];
        }

        check.Count(attributes.Count, "attributes", FieldLimits.Attributes);
        var read = new KeyValuePair<string, string>[attributes.Count];
        var at = 0;
        var total = 0;
        foreach (var attribute in attributes)
        {
            var (name, value) = attribute;
            if (name.Length == 0)
            {
                check.Fail(Reason.EmptyId, "attributes", "has an empty name", "a name for every attribute");
            }

            if (LineText.BadInLine(name) >= 0)
            {
                check.Line(name, $"attributes[{Shown.Text(name)}]", FieldLimits.AttributeBytes);
            }

            var bytes = Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
            if (bytes > FieldLimits.AttributeBytes)
            {
                check.Size(bytes, $"attributes[{Shown.Text(name)}]", FieldLimits.AttributeBytes);
            }

            total += bytes;
            read[at++] = attribute;
        }

        check.Size(total, "attributes", FieldLimits.AllAttributesBytes);
        return read;
    }
}
