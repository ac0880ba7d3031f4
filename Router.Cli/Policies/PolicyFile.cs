using System.Text.Encodings.Web;
using System.Text.Json;
using Router.Cli.Connection;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Policies;

/// <summary>A policy document in a file: the contract's <see cref="Policy"/> in protobuf's JSON form, written as JSON or YAML.</summary>
internal static class PolicyFile
{
    private const string Descriptors = "policy.descriptors.pb";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <exception cref="CommandException">It cannot be read or is not of this form; the message names the file and every mistake's path.</exception>
    public static Policy Read(string file) => Told(() => DocumentFile.Message(Policy.Parser, DocumentFile.Read(file), file));

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file's name.</param>
    /// <exception cref="CommandException">It is not of this form.</exception>
    public static Policy Parse(string text, string file) => Told(() => DocumentFile.Message(Policy.Parser, DocumentFile.Parse(text, file), file));

    /// <summary>The JSON Schema of such a document.</summary>
    public static string Schema()
    {
        using var descriptors = typeof(Policy).Assembly.GetManifestResourceStream(Descriptors)!;
        return DocumentSchema.Of(descriptors, Policy.Descriptor.FullName).ToJsonString(Readable);
    }

    private static Policy Told(Func<Policy> read)
    {
        try
        {
            return read();
        }
        catch (DocumentException wrong)
        {
            throw CommandException.Of(wrong);
        }
    }
}
