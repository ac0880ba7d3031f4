using Router.Server.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddRouter();

var app = builder.Build();
app.MapRouter();
return await app.RunToExitCodeAsync();
