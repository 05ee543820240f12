using Lianxin.Web;

try
{
    return await Entry.Run(Options.Parse(args));
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    Console.Error.WriteLine(Entry.Usage);
    return 2;
}
catch (Exception e) when (Entry.Outside(e) is { } said)
{
    Console.Error.WriteLine(said);
    return 4;
}
