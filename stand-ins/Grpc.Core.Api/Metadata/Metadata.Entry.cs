using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>A key with a text or a binary value; keys are lower case.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>A text value.</summary>
        /// <param name="key">A key that does not end in "-bin".</param>
        /// <param name="value">ASCII text.</param>
        /// <exception cref="ArgumentException">The key is empty, ends in "-bin" or has a character that keys cannot have.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key, binary: false);
            _value = value;
        }

        /// <summary>A binary value.</summary>
        /// <param name="key">A key that ends in "-bin".</param>
        /// <param name="valueBytes">The bytes; they are copied.</param>
        /// <exception cref="ArgumentException">The key does not end in "-bin" or has a character that keys cannot have.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key, binary: true);
            _valueBytes = [.. valueBytes];
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is binary.</summary>
        public bool IsBinary => _value is null;

        /// <summary>The text value.</summary>
        /// <exception cref="InvalidOperationException">The value is binary.</exception>
        public string Value => _value ?? throw new InvalidOperationException($"The value of '{Key}' is binary: read ValueBytes.");

        /// <summary>A copy of the binary value, or the text value in ASCII.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _valueBytes];

        /// <inheritdoc/>
        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToBase64String(_valueBytes!)}]"
            : $"[Entry: key={Key}, value={_value}]";

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static string Normalize(string key, bool binary)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var lower = key.ToLowerInvariant();
            if (lower.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException($"The key '{key}' may hold letters, digits, '-', '_' and '.' only.", nameof(key));
            }

            if (lower.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal) != binary)
            {
                throw new ArgumentException(
                    $"The key '{key}' {(binary ? "of a binary value must" : "of a text value must not")} end in '{BinaryHeaderSuffix}'.",
                    nameof(key));
            }

            return lower;
        }
    }
}
