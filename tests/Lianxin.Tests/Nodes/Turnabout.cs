namespace Lianxin.Tests.Nodes;

/// <summary>A balancer in front of several nodes: one browser, whose next request goes to the node the test says.</summary>
internal sealed class Turnabout(params TestSite[] nodes) : HttpMessageHandler
{
    private readonly HttpMessageInvoker[] doors = [.. nodes.Select(n => new HttpMessageInvoker(n.Door()))];
    private int at;

    public Browser Browser() => new(this);

    public void To(TestSite node) => at = Array.IndexOf(nodes, node);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        doors[at].SendAsync(request, cancellationToken);
}
