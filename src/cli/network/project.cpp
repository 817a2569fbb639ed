#include "cli/network/commands.hpp"
#include "cli/network/membership_options.hpp"
#include "network/projection/cannot_join.hpp"
#include "network/projection/projection_tables.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct ProjectWords {
    MembershipWords memberships;
    std::string cannot_join, kind = "signed", correction = "none", family = "all", show = "pairs";
    double alpha = 0.05;
};

/// What nobody knows is no tie in the count, and so may be none in the model either.
void leave_out_unknown(Session& session, const BitMatrix& unknown, BitMatrix& closed) {
    std::size_t cells = 0;
    for (std::size_t row = 0; row < unknown.rows(); ++row) cells += count_bits(unknown.row(row));
    if (cells == 0) return;
    if (closed.rows() == 0) closed = BitMatrix(unknown.rows(), unknown.columns());
    for (std::size_t row = 0; row < unknown.rows(); ++row) {
        for (std::size_t word = 0; word < unknown.words(); ++word) closed.row(row)[word] |= unknown.row(row)[word];
    }
    warn(session, std::to_string(cells) +
                      " memberships are not known: they are left out of the counts and, as what cannot be joined, of "
                      "the SDSM; Newman's weights, Jaccard and the hypergeometric law take them for none");
}

ProjectionOptions projection_options(Session& session, const ProjectWords& words, const YearNetwork& year) {
    const TwoModeNetwork& network = year.network;
    ProjectionOptions options;
    options.level.alpha = words.alpha;
    options.level.kind = words.kind == "positive" ? BackboneKind::positive : BackboneKind::signed_ties;
    if (words.correction == "holm") options.correction = PairCorrection::holm;
    if (words.correction == "bh") options.correction = PairCorrection::benjamini_hochberg;
    options.family = words.family == "nonzero" ? PairFamily::nonzero : PairFamily::all;
    if (!words.cannot_join.empty())
        options.cannot_join = read_cannot_join(read_input(session, words.cannot_join), network);
    leave_out_unknown(session, year.unknown, options.cannot_join);
    options.threads = session.threads;
    options.work = session.work;
    return options;
}

void tell_of_projection(Session& session, const TwoModeNetwork& network, const Projection& projected) {
    std::size_t shared = 0, strong = 0, weak = 0;
    for (const PairProjection& pair : projected.pairs) {
        shared += pair.count > 0 ? 1 : 0;
        strong += pair.backbone > 0 ? 1 : 0;
        weak += pair.backbone < 0 ? 1 : 0;
    }
    note(session, std::to_string(network.actors.size()) + " actors, " + std::to_string(network.institutions.size()) +
                      " institutions; " + std::to_string(shared) + " of " + std::to_string(projected.pairs.size()) +
                      " pairs share one; backbone: " + std::to_string(strong) + " share more than chance, " +
                      std::to_string(weak) + " less");
    if (projected.model.decided_cells > 0)
        note(session, std::to_string(projected.model.decided_cells) +
                          " cells are the same in every network with these margins (full or empty rows and columns, "
                          "nested blocks): their probability is 0 or 1");
}

void project(Session& session, const ProjectWords& words) {
    const YearNetwork year = asked_network(session, words.memberships);
    const TwoModeNetwork& network = year.network;
    const ProjectionOptions options = projection_options(session, words, year);
    check_reading(session);
    if (network.actors.size() < 2)
        throw InputError(Problem{words.memberships.incidence, 0, 0, "one actor makes no pair",
                                 "give a network of two actors or more"});
    const Projection projected = projection(network, options);
    tell_of_projection(session, network, projected);
    if (words.show == "bicm") return print_table(session, bicm_table(network, projected.model));
    if (words.show == "pairs") return print_table(session, pairs_table(network, projected));
    const Table backbone = backbone_table(network, projected);
    if (backbone.rows() == 0) warn(session, "the backbone has no tie: no pair shares more or less than chance");
    print_table(session, backbone);
}

}  // namespace

void add_network_project(CLI::App& noun, Session& session) {
    auto words = std::make_shared<ProjectWords>();
    const std::string folder = "examples/southern-women/";
    CLI::App& app = add_command(
        noun, "project",
        "What two actors share beyond what the sizes of both and of the institutions explain: counts, Newman's "
        "weights,\nJaccard, and exact tails under the hypergeometric law and the stochastic degree sequence model "
        "(SDSM).",
        {{"tarazy network project --incidence " + folder + "incidence.csv", "every pair of the Southern women"},
         {"tarazy network project --incidence " + folder + "incidence.csv --alpha 0.1 --show backbone -o backbone.csv",
          "who met more, or less, often than chance: edges for the other verbs"}},
        session, [&session, words] { project(session, *words); });
    add_membership_options(app, words->memberships);
    app.add_option("--cannot-join", words->cannot_join,
                   "actor,institution: institutions that an actor cannot join (structural zeros)");
    app.add_option("--alpha", words->alpha, "level of the backbone; halved between both signs")
        ->check(CLI::Range(1e-12, 0.999))
        ->capture_default_str();
    app.add_option("--backbone", words->kind,
                   "signed: more than chance 1, less -1; positive: more than chance only, with all of alpha")
        ->check(CLI::IsMember({"signed", "positive"}))
        ->capture_default_str();
    app.add_option("--correction", words->correction, "for many pairs: none, holm or bh (Benjamini & Hochberg)")
        ->check(CLI::IsMember({"none", "holm", "bh"}))
        ->capture_default_str();
    app.add_option("--family", words->family,
                   "which pairs are tested: all, or nonzero, those that share an institution")
        ->check(CLI::IsMember({"all", "nonzero"}))
        ->capture_default_str();
    app.add_option("--show", words->show,
                   "pairs, backbone (edges from,to,sign,weight) or bicm (the probability of every tie)")
        ->check(CLI::IsMember({"pairs", "backbone", "bicm"}))
        ->capture_default_str();
}

}  // namespace tarazy
