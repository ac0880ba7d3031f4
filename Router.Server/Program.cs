using Router.Server.Hosting;

// The settings that come with the server are read from wherever it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddRouter();

var app = builder.Build();
return await app.RunToExitCodeAsync(app.MapRouter);
