using System.Globalization;
using Router.Engine;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Simulator.Chance;

namespace Router.Simulations.Files;

/// <summary>Reads contacts that are alike.</summary>
internal static class KindShape
{
    private const int MostArrivals = 1_000;
    private const double MostPerHour = 1_000_000;
    private const int MostCustomers = 10_000_000;
    private const string Source = "simulation";

    /// <summary>Reads it.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="kind">What came in.</param>
    public static TrafficKind Read(ref ShapeCheck check, Form.Kind kind)
    {
        check.Id(kind.Name, "name", FieldLimits.Name);
        check.Range(kind.Customers, "customers", 0, MostCustomers);
        if (kind.Service is null)
        {
            check.Fail(Reason.InvalidRequest, "service", "is missing", "how long agent and customer are at it");
        }

        return new TrafficKind(
            kind.Name,
            ReadTicket(ref check, kind.Ticket),
            ReadArrivals(ref check, kind),
            DistributionShape.Read(ref check, kind.Service, "service") ?? new Constant(0),
            DistributionShape.Read(ref check, kind.Patience, "patience"),
            DistributionShape.Read(ref check, kind.WrapUp, "wrap_up"),
            kind.Customers);
    }

    private static TicketContent ReadTicket(ref ShapeCheck check, Form.Ticket? ticket)
    {
        if (ticket is null)
        {
            check.Fail(Reason.InvalidRequest, "ticket", "is missing", "what is asked for, at least its channel");
            ticket = new Form.Ticket { Channel = "?" };
        }

        check.Id(ticket.Channel, "ticket.channel", FieldLimits.Name);
        check.OptionalId(ticket.Queue, "ticket.queue", FieldLimits.Name);
        check.OptionalId(ticket.Segment, "ticket.segment", FieldLimits.Name);
        check.Range(ticket.Priority, "ticket.priority", 0, FieldLimits.Priority);
        check.Count(ticket.Attributes.Count, "ticket.attributes", FieldLimits.Attributes);
        foreach (var (name, value) in ticket.Attributes)
        {
            check.Bytes(name + value, $"ticket.attributes[{Shown.Text(name)}]", FieldLimits.AttributeBytes);
        }

        return new TicketContent
        {
            Source = Source,
            ExternalId = Source,
            Channel = ticket.Channel,
            Queue = ticket.Queue,
            Priority = ticket.Priority,
            Segment = ticket.Segment,
            Languages = NeedsShape.Languages(ref check, "ticket.languages", ticket.Languages),
            Skills = NeedsShape.Skills(ref check, "ticket.skills", ticket.Skills),
            Attributes = [.. ticket.Attributes],
        };
    }

    private static List<(DayHours Hours, double PerHour)> ReadArrivals(ref ShapeCheck check, Form.Kind kind)
    {
        var read = new List<(DayHours Hours, double PerHour)>();
        check.Count(kind.Arrivals.Count, "arrivals", MostArrivals);
        if (kind.Arrivals.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, "arrivals", "is empty", "how many come an hour, when");
        }

        for (var i = 0; i < kind.Arrivals.Count && check.IsGood; i++)
        {
            var arrivals = kind.Arrivals[i];
            var hours = DayHoursShape.Read(ref check, arrivals.Weekdays, arrivals.Date, arrivals.From, arrivals.Until);
            if (arrivals.PerHour is not (> 0 and <= MostPerHour))
            {
                check.Fail(
                    Reason.OutOfRange, "per_hour", $"is {arrivals.PerHour.ToString(CultureInfo.InvariantCulture)}", "how many come an hour, above 0 and at most a million");
            }

            check.FoundIn("arrivals", i);
            read.Add((hours, arrivals.PerHour));
        }

        return read;
    }
}
