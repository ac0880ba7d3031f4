using System.Globalization;

namespace Router.Engine.Events;

/// <summary>What a ticket's history says of a transfer, whatever the names and the note contain.</summary>
/// <param name="AssignmentNo">The assignment that ended.</param>
/// <param name="From">The queue it came from.</param>
/// <param name="To">The queue it goes to.</param>
/// <param name="Note">The note, or empty.</param>
public sealed record TransferText(int AssignmentNo, string From, string To, string Note)
{
    /// <summary>As one text.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{AssignmentNo} {From.Length} {To.Length} {From}{To}{Note}");

    /// <summary>What was written.</summary>
    /// <param name="text">As it was written.</param>
    /// <exception cref="FormatException">It was not.</exception>
    public static TransferText Read(string text)
    {
        var parts = text.Split(' ', 4);
        var (from, to) = (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        var texts = parts[3];
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), texts[..from], texts[from..(from + to)], texts[(from + to)..]);
    }
}
