using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>What a ticket asks for, compared by value without building a string.</summary>
internal readonly struct PlanKey(TicketContent content) : IEquatable<PlanKey>
{
    private readonly TicketContent _content = content;

    public bool Equals(PlanKey other)
    {
        var (left, right) = (_content, other._content);
        return left.Queue == right.Queue
            && left.Channel == right.Channel
            && SameItems(left.Languages, right.Languages)
            && SameItems(left.Skills, right.Skills)
            && SameSteps(left.Classified, right.Classified);
    }

    public override bool Equals(object? obj) => obj is PlanKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(_content.Queue);
        hash.Add(_content.Channel);
        for (var i = 0; i < _content.Languages.Count; i++)
        {
            hash.Add(_content.Languages[i].Tag);
        }

        for (var i = 0; i < _content.Skills.Count; i++)
        {
            hash.Add(_content.Skills[i].Name);
        }

        return hash.ToHashCode();
    }

    /// <summary>Under one policy the steps of a rule's target are the same ones.</summary>
    private static bool SameSteps(Classified? left, Classified? right) =>
        left is { HasSteps: true } || right is { HasSteps: true }
            ? left is { HasSteps: true } && right is { HasSteps: true } && left.Rule == right.Rule && left.Target == right.Target
            : true;

    private static bool SameItems<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : class
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
