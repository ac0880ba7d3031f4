using Router.Cli.Commands;

return await RouterCommand.RunAsync(args);
