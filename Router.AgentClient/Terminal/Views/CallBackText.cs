using Router.V1;

namespace Router.AgentClient.Terminal.Views;

/// <summary>A customer's wish to be called back, in a line.</summary>
internal static class CallBackText
{
    public static string Of(CallBack? wish, ViewTime time)
    {
        if (wish is null)
        {
            return "";
        }

        var until = wish.Until is { } end ? $", until {time.Moment(end)}" : "";
        var zone = wish.TimeZone.Length > 0 ? $", he is in {wish.TimeZone}" : "";
        var tried = wish.Attempts.Count > 0 ? $"; tried: {string.Join(", ", wish.Attempts.Select(attempt => attempt.Outcome.Replace('_', ' ')))}" : "";
        return $"{wish.Number}{until}{zone}{tried}";
    }
}
