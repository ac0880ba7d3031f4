using Router.Documents;
using Router.Engine;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Policies;
using Router.Policies.Shape;

namespace Router.Simulations.Scenarios;

/// <summary>A policy document, as <c>router policy publish</c> takes it.</summary>
internal static class PolicyDocument
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <exception cref="DocumentException">A server would refuse it; every mistake is told.</exception>
    public static WorkspacePolicy Read(string file)
    {
        var document = DocumentFile.Message(V1.Policy.Parser, DocumentFile.Read(file), file);
        var found = new ShapeMistakes();
        var policy = PolicyShape.Read(document, found);
        var mistakes = found.All.Select(mistake => (mistake.Path, mistake.Message)).ToList();
        var engine = new WorkspaceEngine(WorkspaceRecord.Empty);
        mistakes.AddRange(engine.Mistakes(policy).Where(m => found.All.All(f => f.Path != m.Path)).Select(m => (m.Path, m.Message)));
        return mistakes.Count == 0
            ? policy
            : throw new DocumentException([.. mistakes.Take(ShapeMistakes.Most).Select(mistake => $"{file}: {mistake.Path}: {mistake.Message}")]);
    }
}
