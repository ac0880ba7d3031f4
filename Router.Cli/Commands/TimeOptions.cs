using System.CommandLine;
using System.Globalization;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary>Times on the command line.</summary>
internal static class TimeOptions
{
    private const string Form = "2026-03-01T12:15Z";

    /// <summary>An option that takes a time, UTC.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is, up to where the form is told.</param>
    /// <param name="more">What else is to be said.</param>
    public static Option<DateTimeOffset?> Create(string name, string description, string more = "") => new(name)
    {
        Description = $"{description}, UTC: {Form}{more}.",
        HelpName = "time",
        CustomParser = told => told.Tokens is [var token]
            && DateTimeOffset.TryParse(token.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : ValueForm.Refuse<DateTimeOffset>(told, name, Form),
    };

    /// <summary>The last midnight, UTC, by the server's clock.</summary>
    /// <param name="supervisors">The server.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DateTimeOffset> MidnightAsync(SupervisorService.SupervisorServiceClient supervisors, CancellationToken cancel)
    {
        var live = await supervisors.GetLiveAsync(new GetLiveRequest { WithoutAgents = true }, cancellationToken: cancel);
        return new DateTimeOffset(live.ServerTime.ToDateTime().Date, TimeSpan.Zero);
    }
}
