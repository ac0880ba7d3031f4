using System.CommandLine;

return await new RootCommand("Measures Router.").Parse(args).InvokeAsync();
