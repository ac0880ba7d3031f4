using Router.AgentClient.Terminal.Bidi;
using Router.V1;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The offer that the keys are about, with its countdown; how many more there are.</summary>
internal static class OffersView
{
    private const int BarWidth = 20;

    // Beside a long name, what is asked of the agent has to be seen.
    private const int LeastName = 16;
    private const int BesideName = 60;

    public static IReadOnlyList<IRenderable> Render(AgentDesk desk, ViewTime time, int width)
    {
        if (desk.Offer is not { } offer)
        {
            return [];
        }

        var ticket = offer.Ticket;
        var expires = offer.ExpiresAt?.ToDateTimeOffset() ?? time.Now;
        var count = desk.State.Offers.Length;
        var what = offer.Kind switch { OfferKind.Consult => "CONSULT", OfferKind.Handover => "HAND-OVER", _ => "OFFER" };
        var first = new ScreenLine(Looks.Offer)
            .Add($" {what}{(count > 1 ? $" {desk.State.Offers.IndexOf(offer) + 1} of {count}" : "")}  ", Looks.OfferStrong)
            .Add(CustomerName.Of(ticket, Math.Max(LeastName, width - BesideName)), Looks.OfferStrong)
            .Add(offer.FromAgentId.Length > 0 ? $"  from {SafeText.OneLine(offer.FromAgentId)}" : "", Looks.OfferStrong)
            .Add($"  {SafeText.OneLine(ticket.Channel)}, {desk.LabelOf(ticket.Queue)}{Asked(ticket)}{CallBackOf(ticket)}, waited {Waited(ticket, time)}")
            .AddRight($"  {time.Left(expires)} left ", Looks.OfferStrong);
        var second = new ScreenLine(Looks.Offer)
            .Add($" {SafeText.OneLine(offer.Note.Length > 0 ? offer.Note : ticket.Subject)}")
            .AddRight($"  {Bar(offer, expires, time, Math.Min(BarWidth, width / 4))} ");
        return [first, second];
    }

    private static string Asked(Ticket ticket) =>
        string.Concat(ticket.Languages.Take(1).Select(language => $", {SafeText.OneLine(language.Language)}"));

    private static string CallBackOf(Ticket ticket) => ticket.CallBack is { } wish ? $", call back {SafeText.OneLine(wish.Number)}" : "";

    private static string Waited(Ticket ticket, ViewTime time) =>
        time.Since((ticket.EnteredAt ?? ticket.ArrivedAt)?.ToDateTimeOffset() ?? time.Now);

    private static string Bar(Offer offer, DateTimeOffset expires, ViewTime time, int width)
    {
        var whole = offer.TimeToLive?.ToTimeSpan() ?? TimeSpan.Zero;
        var share = whole > TimeSpan.Zero ? Math.Clamp((expires - time.Now) / whole, 0, 1) : 0;
        var full = (int)Math.Ceiling(share * width);
        return new string('█', full) + new string('░', width - full);
    }
}
