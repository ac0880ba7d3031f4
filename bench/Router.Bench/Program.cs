using System.CommandLine;
using Router.Bench.Engine;

var engine = new Command("engine", "The routing engine alone: tickets per second, a rare skill in a crowd, memory of waiting tickets.");
engine.SetAction(_ => EngineBench.Run(Console.Out));

return await new RootCommand("Measures Router.") { engine }.Parse(args).InvokeAsync();
