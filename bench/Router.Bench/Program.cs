using System.CommandLine;
using System.Text.Json;
using Router.Bench.EndToEnd;
using Router.Bench.Engine;
using Router.Bench.Live;

var onlyAgents = new Option<int?>("--agents") { Description = "Only with so many agents, to profile one case." };
var onlyWaiting = new Option<int?>("--waiting") { Description = "Only with so many waiting tickets, to profile one case." };
var onlyFull = new Option<bool>("--full-policy") { Description = "Only under a policy of 50 queues and 200 rules." };
var onlySelection = new Option<string?>("--selection") { Description = "With --full-policy: only with this strategy." };
var engine = new Command("engine", "The routing engine alone: tickets per second, a rare skill in a crowd, memory of waiting tickets.")
{
    onlyAgents, onlyWaiting, onlyFull, onlySelection,
};
engine.SetAction(parsed =>
    EngineBench.Run(Console.Out, parsed.GetValue(onlyAgents), parsed.GetValue(onlyWaiting), parsed.GetValue(onlyFull), parsed.GetValue(onlySelection)));

var binaries = new Option<string>("--binaries") { Description = "The folder of built projects.", DefaultValueFactory = _ => "artifacts/bin" };
var configuration = new Option<string>("--configuration") { Description = "debug or release.", DefaultValueFactory = _ => "release" };
var endToEnd = new Command("e2e", "The whole way of a ticket, beside the echo limit of the same machine.") { binaries, configuration };
endToEnd.SetAction((parsed, _) =>
    EndToEndBench.RunAsync(Console.Out, Path.GetFullPath(parsed.GetValue(binaries)!), parsed.GetValue(configuration)!));

var live = new Command("live", "What it costs to push the live view to a hundred watchers.") { binaries, configuration };
live.SetAction((parsed, _) => LiveBench.RunAsync(Console.Out, Path.GetFullPath(parsed.GetValue(binaries)!), parsed.GetValue(configuration)!));

var plan = new Argument<FileInfo>("plan") { Description = "What to do, as JSON." };
var load = new Command("load", "The load client of e2e, which starts it.") { plan };
load.SetAction(async (parsed, cancel) =>
{
    var text = await File.ReadAllTextAsync(parsed.GetValue(plan)!.FullName, cancel);
    using var client = new LoadClient(JsonSerializer.Deserialize<LoadPlan>(text)!);
    Console.WriteLine(JsonSerializer.Serialize(await client.RunAsync(Console.Out)));
});

var watch = new Command("watch", "The watchers of live, which starts them.") { plan };
watch.SetAction(async (parsed, cancel) =>
{
    var text = await File.ReadAllTextAsync(parsed.GetValue(plan)!.FullName, cancel);
    Console.WriteLine(JsonSerializer.Serialize(await WatchClient.RunAsync(JsonSerializer.Deserialize<WatchPlan>(text)!, Console.In, Console.Out)));
});

var port = new Option<int>("--port") { Description = "Where to listen on this machine.", Required = true };
var echo = new Command("echo", "The echo server of e2e, which starts it.") { port };
echo.SetAction((parsed, _) => EchoServer.RunAsync(parsed.GetValue(port)));

var address = new Option<string>("--address") { Description = "The server's gRPC address.", Required = true };
var token = new Option<string>("--token") { Description = "A token of role admin.", Required = true };
var agents = new Option<int>("--agents") { Description = "How many agents.", Required = true };
var setup = new Command("setup", "Puts the bench's queue and agents into a server, to profile it by hand under load.") { address, token, agents };
setup.SetAction((parsed, _) => BenchSetup.RunAsync(parsed.GetValue(address)!, parsed.GetValue(token)!, parsed.GetValue(agents)));

return await new RootCommand("Measures Router.") { engine, endToEnd, live, load, watch, echo, setup }.Parse(args).InvokeAsync();
