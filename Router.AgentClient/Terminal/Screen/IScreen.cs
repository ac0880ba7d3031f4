using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Screen;

/// <summary>Where frames are shown.</summary>
internal interface IScreen
{
    /// <summary>Cells of a line, and lines.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Shows a frame of that size instead of the last one.</summary>
    void Show(IRenderable frame, int width, int height);

    /// <summary>Calls the agent.</summary>
    void RingBell();
}
