namespace Router.Engine.Events;

/// <summary>Those who are told the events outside fell behind, or caught up again.</summary>
/// <param name="Waiting">Events that wait for them.</param>
/// <param name="Consumer">Who they are, for people.</param>
/// <param name="IsBehind">Whether too many wait.</param>
public sealed record RelayReported(long Waiting, string Consumer, bool IsBehind) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.RelayReported;
}
