using Router.Engine.Commands;

namespace Router.Server.Workspaces.Intake;

/// <summary>About how many bytes a submit takes while it waits and in its batch.</summary>
internal static class SubmitSize
{
    /// <summary>What a submit takes beside its texts.</summary>
    private const int Bare = 512;

    public static int Of(Submit command)
    {
        var content = command.Content;
        var size = Bare + content.Subject.Length + content.CustomerId.Length + content.CustomerName.Length + content.CustomerAddress.Length
            + (command.Text?.Text.Length ?? 0);
        foreach (var (name, value) in content.Attributes)
        {
            size += name.Length + value.Length;
        }

        return size;
    }
}
