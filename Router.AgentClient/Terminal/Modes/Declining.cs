using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Why an offer is declined. Then goes back to what was done before.</summary>
internal sealed class Declining(Offer offer, IDeskMode before) : ITextMode
{
    /// <summary>Longest reason of the contract, 256 bytes.</summary>
    public const int MaxBytes = 256;

    private Draft _reason = Input.Draft.Empty;

    /// <summary>What was done before.</summary>
    public IDeskMode Before => before;

    public string Title(AgentDesk desk) =>
        desk.IsOpen(offer) ? $"Why do you decline? (may stay empty): {CustomerName.Of(offer.Ticket)}" : "The offer is gone";

    public Draft Draft(AgentDesk desk) => _reason;

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = before;
        }
        else if (press is { Info.Key: ConsoleKey.Enter, IsPasted: false })
        {
            desk.Mode = before;
            if (desk.IsOpen(offer))
            {
                desk.Decline(offer, _reason.Text.ReplaceLineEndings(" ").Trim());
            }
        }
        else
        {
            _reason = _reason.After(press, MaxBytes) ?? _reason;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) => [new KeyHint("Enter", "decline"), new KeyHint("Esc", "back")];
}
