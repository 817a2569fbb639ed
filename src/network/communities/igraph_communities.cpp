#include "network/communities/igraph_communities.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

// The library's headers are C and do not follow our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <igraph/igraph.h>
#pragma GCC diagnostic pop

#include <exception>
#include <mutex>
#include <string>

namespace tarazy {
namespace {

/// Iterations of Leiden; it ends sooner when one changes nothing. Two are what its authors recommend at least.
constexpr igraph_integer_t leiden_iterations = 10;
constexpr double leiden_randomness = 0.01;

// The library's handlers are plain functions without an argument of ours.
thread_local const Work* asked_work = nullptr;
thread_local std::string* told_reason = nullptr;

void keep_reason(const char* reason, const char*, int, igraph_error_t) {
    if (told_reason != nullptr) *told_reason = reason;
    // What the library has allocated so far; each function on the way back leaves that to the handler.
    IGRAPH_FINALLY_FREE();
}

igraph_error_t stop_if_asked(void*) {
    if (asked_work == nullptr || !asked_work->stop_asked()) return IGRAPH_SUCCESS;
    IGRAPH_FINALLY_FREE();
    return IGRAPH_INTERRUPTED;
}

std::mutex& library_lock() {
    static std::mutex lock;
    return lock;
}

/// The library for the time of one caller: locked, with our handlers and random numbers, put back at the end.
class LockedLibrary {
public:
    explicit LockedLibrary(const Work& work)
        : held_(library_lock()),
          work_(work),
          error_(igraph_set_error_handler(keep_reason)),
          warning_(igraph_set_warning_handler(igraph_warning_handler_ignore)),
          interruption_(igraph_set_interruption_handler(stop_if_asked)) {
        asked_work = &work_;
        told_reason = &reason_;
        try {
            check(igraph_rng_init(&random_, &igraph_rngtype_mt19937));
        } catch (...) {
            put_back();
            throw;
        }
        // The library keeps a copy of what it is given here (0.10.2) or its address.
        previous_ = igraph_rng_default();
        previous_copy_ = *previous_;
        igraph_rng_set_default(&random_);
    }
    ~LockedLibrary() {
        igraph_rng_set_default(igraph_rng_default() == &random_ ? previous_ : &previous_copy_);
        igraph_rng_destroy(&random_);
        put_back();
    }
    LockedLibrary(const LockedLibrary&) = delete;
    LockedLibrary& operator=(const LockedLibrary&) = delete;

    void seed(std::uint64_t value) {
        // Not by our own: the copy would not know that it is seeded, and be seeded by the clock at its first number.
        check(igraph_rng_seed(igraph_rng_default(), value));
    }

    void check(igraph_error_t status) const {
        if (status == IGRAPH_SUCCESS) return;
        if (status == IGRAPH_INTERRUPTED) work_.check();
        const std::string text = "libigraph: " + (reason_.empty() ? igraph_strerror(status) : reason_);
        if (status == IGRAPH_ENOMEM) throw LimitError(text);
        throw std::runtime_error(text);
    }

private:
    void put_back() const {
        asked_work = nullptr;
        told_reason = nullptr;
        igraph_set_error_handler(error_);
        igraph_set_warning_handler(warning_);
        igraph_set_interruption_handler(interruption_);
    }

    std::scoped_lock<std::mutex> held_;
    const Work& work_;
    std::string reason_;
    igraph_error_handler_t* error_;
    igraph_warning_handler_t* warning_;
    igraph_interruption_handler_t* interruption_;
    igraph_rng_t random_{};
    igraph_rng_t* previous_ = nullptr;
    igraph_rng_t previous_copy_{};
};

/// What the library makes and we destroy, whatever happens in between.
class OwnedReals {
public:
    OwnedReals(const LockedLibrary& library, std::size_t size) {
        library.check(igraph_vector_init(&cells, static_cast<igraph_integer_t>(size)));
    }
    ~OwnedReals() { igraph_vector_destroy(&cells); }
    OwnedReals(const OwnedReals&) = delete;
    OwnedReals& operator=(const OwnedReals&) = delete;
    igraph_vector_t cells{};
};

class OwnedIntegers {
public:
    OwnedIntegers(const LockedLibrary& library, std::size_t size) {
        library.check(igraph_vector_int_init(&cells, static_cast<igraph_integer_t>(size)));
    }
    ~OwnedIntegers() { igraph_vector_int_destroy(&cells); }
    OwnedIntegers(const OwnedIntegers&) = delete;
    OwnedIntegers& operator=(const OwnedIntegers&) = delete;
    igraph_vector_int_t cells{};
};

class OwnedGraph {
public:
    OwnedGraph(const LockedLibrary& library, const Network& network) {
        OwnedIntegers ends(library, 2 * network.ties.size());
        for (std::size_t tie = 0; tie < network.ties.size(); ++tie) {
            VECTOR(ends.cells)[2 * tie] = network.ties[tie].from;
            VECTOR(ends.cells)[2 * tie + 1] = network.ties[tie].to;
        }
        library.check(igraph_create(&graph, &ends.cells, static_cast<igraph_integer_t>(network.size()), false));
    }
    ~OwnedGraph() { igraph_destroy(&graph); }
    OwnedGraph(const OwnedGraph&) = delete;
    OwnedGraph& operator=(const OwnedGraph&) = delete;
    igraph_t graph{};
};

}  // namespace

std::vector<Partition> igraph_partitions(const Network& network, const IgraphRuns& options) {
    WorkStep step(options.work, "communities", options.runs);
    LockedLibrary library(options.work);
    const OwnedGraph graph(library, network);
    OwnedReals weights(library, network.ties.size()), strengths(library, network.size());
    double all = 0;
    for (std::size_t t = 0; t < network.ties.size(); ++t) {
        const NetworkTie& tie = network.ties[t];
        VECTOR(weights.cells)[t] = tie.weight;
        VECTOR(strengths.cells)[tie.from] += tie.weight;
        VECTOR(strengths.cells)[tie.to] += tie.weight;
        all += tie.weight;
    }
    OwnedIntegers membership(library, network.size());
    std::vector<Partition> found;
    found.reserve(options.runs);
    for (std::size_t run = 0; run < options.runs; ++run) {
        library.seed(Random(options.seed, "communities", run)());
        if (options.method == CommunityMethod::louvain)
            library.check(igraph_community_multilevel(&graph.graph, &weights.cells, options.resolution,
                                                      &membership.cells, nullptr, nullptr));
        else
            library.check(igraph_community_leiden(&graph.graph, &weights.cells, &strengths.cells,
                                                  options.resolution / (2 * all), leiden_randomness, false,
                                                  leiden_iterations, &membership.cells, nullptr, nullptr));
        Partition partition(network.size());
        for (std::size_t node = 0; node < network.size(); ++node)
            partition[node] = static_cast<std::uint32_t>(VECTOR(membership.cells)[node]);
        found.push_back(numbered_partition(partition));
        step.advance();
    }
    return found;
}

}  // namespace tarazy
