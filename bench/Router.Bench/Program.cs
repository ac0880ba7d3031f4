using System.CommandLine;
using System.Text.Json;
using Router.Bench.EndToEnd;
using Router.Bench.Engine;

var engine = new Command("engine", "The routing engine alone: tickets per second, a rare skill in a crowd, memory of waiting tickets.");
engine.SetAction(_ => EngineBench.Run(Console.Out));

var binaries = new Option<string>("--binaries") { Description = "The folder of built projects.", DefaultValueFactory = _ => "artifacts/bin" };
var configuration = new Option<string>("--configuration") { Description = "debug or release.", DefaultValueFactory = _ => "release" };
var endToEnd = new Command("e2e", "The whole way of a ticket, beside the echo limit of the same machine.") { binaries, configuration };
endToEnd.SetAction((parsed, _) =>
    EndToEndBench.RunAsync(Console.Out, Path.GetFullPath(parsed.GetValue(binaries)!), parsed.GetValue(configuration)!));

var plan = new Argument<FileInfo>("plan") { Description = "What to do, as JSON." };
var load = new Command("load", "The load client of e2e, which starts it.") { plan };
load.SetAction(async (parsed, cancel) =>
{
    var text = await File.ReadAllTextAsync(parsed.GetValue(plan)!.FullName, cancel);
    using var client = new LoadClient(JsonSerializer.Deserialize<LoadPlan>(text)!);
    Console.WriteLine(JsonSerializer.Serialize(await client.RunAsync()));
});

var port = new Option<int>("--port") { Description = "Where to listen on this machine.", Required = true };
var echo = new Command("echo", "The echo server of e2e, which starts it.") { port };
echo.SetAction((parsed, _) => EchoServer.RunAsync(parsed.GetValue(port)));

return await new RootCommand("Measures Router.") { engine, endToEnd, load, echo }.Parse(args).InvokeAsync();
