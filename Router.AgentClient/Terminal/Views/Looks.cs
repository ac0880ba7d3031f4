using Spectre.Console;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The colours, all of the terminal's own sixteen so that they follow its theme.</summary>
internal static class Looks
{
    public static readonly Style Bar = new(decoration: Decoration.Invert);
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Dim = new(Color.Grey);
    public static readonly Style Warn = new(Color.Yellow, decoration: Decoration.Bold);
    public static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);
    public static readonly Style Alarm = new(Color.White, Color.Maroon, Decoration.Bold);
    public static readonly Style Offer = new(Color.Black, Color.Olive);
    public static readonly Style OfferStrong = new(Color.Black, Color.Olive, Decoration.Bold);
    public static readonly Style Selected = new(decoration: Decoration.Invert);
    public static readonly Style Key = new(Color.Aqua, decoration: Decoration.Bold);
    public static readonly Style Caret = new(decoration: Decoration.Invert);
    public static readonly Style Own = new(Color.Aqua);
    public static readonly Style Border = new(Color.Grey);
}
