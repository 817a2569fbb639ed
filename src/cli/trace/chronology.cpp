#include "base/error.hpp"
#include "cli/trace/commands.hpp"
#include "trace/chronology/chronology_summary.hpp"

#include <memory>

namespace tarazy {
namespace {

struct ChronologyOptions {
    std::string events, links, conflicts;
    std::string show = "events";
};

Table shown(const Chronology& chronology, const std::string& show) {
    if (show == "years") return events_by_year(chronology.events);
    if (show == "links") return links_by_basis(chronology.links);
    if (show == "conflicts") return conflicts_by_event(chronology.events, chronology.conflicts);
    return chronology_table(chronology);
}

void check_chronology(Session& session, const ChronologyOptions& options) {
    const Table events = read_input(session, options.events);
    if (events.rows() == 0)
        throw InputError(Problem{options.events, 1, 0, "the table has no event", "give a row for each"});
    std::optional<Table> links, conflicts;
    if (!options.links.empty()) links = read_input(session, options.links);
    if (!options.conflicts.empty()) conflicts = read_input(session, options.conflicts);
    const Chronology chronology = read_chronology(events, links ? &*links : nullptr, conflicts ? &*conflicts : nullptr);
    for (const std::string& warning : chronology.warnings) warn(session, warning);
    print_table(session, shown(chronology, options.show));
}

}  // namespace

void add_trace_chronology(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ChronologyOptions>();
    const std::string folder = "studies/kazakhstan/data/";
    const std::string all = "tarazy trace chronology " + folder + "chronology.csv --links " + folder +
                            "links.csv --conflicts " + folder + "source_conflicts.csv";
    CLI::App& app = add_command(noun, "chronology",
                                "Checks events, the links between them and the contradictions of sources, and shows "
                                "them with the bounds of their\n"
                                "dates. All problems are reported at once: dates that cannot be read, links to unknown "
                                "events, links in a circle,\n"
                                "effects before their cause.",
                                {{all, "every event with its links and disputed points"},
                                 {all + " --show conflicts", "what the sources disagree about"}},
                                session, [&session, options] { check_chronology(session, *options); });
    app.add_option("events", options->events, "table id,edtf,title,...")->required();
    app.add_option("--links", options->links, "table from,to,type,basis,stated_in");
    app.add_option("--conflicts", options->conflicts, "table event,attribute,value_a,source_a,value_b,source_b");
    app.add_option("--show", options->show,
                   "events, years (events by year and tag), links (by type and basis) or conflicts (by event)")
        ->check(CLI::IsMember({"events", "years", "links", "conflicts"}))
        ->capture_default_str();
}

}  // namespace tarazy
