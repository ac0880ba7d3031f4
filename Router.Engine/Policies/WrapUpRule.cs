namespace Router.Engine.Policies;

/// <summary>The wrap-up of one channel of a queue.</summary>
/// <param name="Kind">What follows the interaction.</param>
/// <param name="Seconds">How long, 1 to 1,800; read for <see cref="WrapUpKind.Optional"/> and <see cref="WrapUpKind.Timed"/> only.</param>
public sealed record WrapUpRule(WrapUpKind Kind, int Seconds)
{
    /// <summary>Most seconds of any wrap-up: 30 minutes.</summary>
    public const int MostSeconds = 1_800;

    /// <summary>No wrap-up.</summary>
    public static readonly WrapUpRule None = new(WrapUpKind.None, 0);

    /// <summary>Milliseconds until it ends by itself.</summary>
    public long LengthMs => (Kind == WrapUpKind.UntilDone ? MostSeconds : Seconds) * 1_000L;
}
