using Router.Engine;

namespace Router.Policies.Shape;

/// <summary>All mistakes of a document, up to a bound, where a <see cref="ShapeCheck"/> alone keeps the first.</summary>
public sealed class ShapeMistakes
{
    /// <summary>After so many mistakes the rest is not looked at.</summary>
    public const int Most = 200;

    private readonly List<ShapeMistake> _all = [];
    private readonly Dictionary<string, int> _begun = new(StringComparer.Ordinal);

    /// <summary>The mistakes, in the order in which they were found.</summary>
    public IReadOnlyList<ShapeMistake> All => _all;

    /// <summary>Whether no more are kept.</summary>
    public bool IsFull => _all.Count >= Most;

    /// <summary>Keeps a mistake.</summary>
    /// <param name="reason">What kind.</param>
    /// <param name="path">Where.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public void Add(Reason reason, string path, string message) => _all.Add(new(reason, path, message));

    /// <summary>A list begins: what is found from now on is in its first element.</summary>
    /// <param name="list">The list's field.</param>
    public void Begin(string list) => _begun[list] = _all.Count;

    /// <summary>An element of a list ends: what was found since the one before is in it.</summary>
    /// <param name="list">The list's field.</param>
    /// <param name="index">The element, from 0.</param>
    public void EndElement(string list, int index)
    {
        for (var i = _begun.GetValueOrDefault(list, _all.Count); i < _all.Count; i++)
        {
            var path = _all[i].Path;
            _all[i] = _all[i] with { Path = path.Length == 0 ? $"{list}[{index}]" : $"{list}[{index}].{path}" };
        }

        Begin(list);
    }

    /// <summary>Names the message differently in which the mistakes from one on are.</summary>
    /// <param name="first">The number of the first of them.</param>
    /// <param name="message">As it is named, such as <c>queue</c>.</param>
    /// <param name="name">As it should be, such as <c>queues[2]</c>.</param>
    public void Rename(int first, string message, string name)
    {
        for (var i = first; i < _all.Count; i++)
        {
            if (_all[i].Path.StartsWith($"{message}.", StringComparison.Ordinal))
            {
                _all[i] = _all[i] with { Path = name + _all[i].Path[message.Length..] };
            }
        }
    }
}
