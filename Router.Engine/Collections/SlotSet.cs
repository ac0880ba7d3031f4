using System.Numerics;

namespace Router.Engine.Collections;

/// <summary>A set of small numbers (slots of agents or lanes) as bits.</summary>
internal sealed class SlotSet
{
    private const int WordBits = 64;

    private ulong[] _words = new ulong[4];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Words => _words;

    public bool Has(int slot)
    {
        var words = _words;
        var word = (uint)slot / WordBits;
        return word < (uint)words.Length && (words[word] & (1UL << slot)) != 0;
    }

    /// <summary>Puts the slot in or takes it out, and says whether that changed anything.</summary>
    public bool Set(int slot, bool present)
    {
        var word = slot / WordBits;
        if (word >= _words.Length)
        {
            if (!present)
            {
                return false;
            }

            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        }

        var bit = 1UL << (slot % WordBits);
        if ((_words[word] & bit) != 0 == present)
        {
            return false;
        }

        _words[word] ^= bit;
        Count += present ? 1 : -1;
        return true;
    }

    /// <summary>The slots, ascending.</summary>
    public IEnumerable<int> All()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
            {
                yield return (word * WordBits) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }

    /// <summary>How many slots are in both sets.</summary>
    public static int CountOfBoth(SlotSet left, SlotSet right)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(left._words.Length, right._words.Length); i++)
        {
            count += BitOperations.PopCount(left._words[i] & right._words[i]);
        }

        return count;
    }

    /// <summary>Whether a slot is in both sets.</summary>
    public static bool Overlap(SlotSet left, SlotSet right)
    {
        var words = Math.Min(left._words.Length, right._words.Length);
        var at = 0;
        for (; at <= words - Vector<ulong>.Count; at += Vector<ulong>.Count)
        {
            if ((new Vector<ulong>(left._words, at) & new Vector<ulong>(right._words, at)) != Vector<ulong>.Zero)
            {
                return true;
            }
        }

        for (; at < words; at++)
        {
            if ((left._words[at] & right._words[at]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The slots that are in both sets, ascending.</summary>
    public static Intersection And(SlotSet left, SlotSet right) => new(left._words, right._words);

    public ref struct Intersection(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        private readonly ReadOnlySpan<ulong> _left = left;
        private readonly ReadOnlySpan<ulong> _right = right;
        private readonly int _length = Math.Min(left.Length, right.Length);
        private int _word = -1;
        private ulong _bits;

        public int Current { get; private set; }

        public readonly Intersection GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_bits == 0)
            {
                if (++_word >= _length)
                {
                    return false;
                }

                _bits = _left[_word] & _right[_word];
            }

            Current = (_word * WordBits) + BitOperations.TrailingZeroCount(_bits);
            _bits &= _bits - 1;
            return true;
        }
    }
}
