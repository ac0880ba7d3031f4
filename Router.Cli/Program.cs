using System.CommandLine;

return await new RootCommand("Works with a Router server.").Parse(args).InvokeAsync();
