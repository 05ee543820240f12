using Lianxin.Web;

return await Entry.Run(Options.Parse(args));
