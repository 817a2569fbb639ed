#include "align/ideal_points/ideal_point_precision.hpp"

#include "align/ideal_points/ordinal_probit.hpp"

#define EIGEN_NO_DEBUG  // checks of sizes, in every row of every front
#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tarazy {
namespace {

using Matrix = Eigen::MatrixXd;
using Small = Eigen::Matrix3d;
using Row = Eigen::RowVector3d;

/// Minus the second derivatives of one vote by theta and by (beta, gamma1, delta).
struct VoteCurvature {
    double theta = 0;
    Row cross;
    Small item;
};

VoteCurvature vote_curvature(std::uint8_t vote, double theta, const ItemCuts& item, const LogNormalGrid& grid,
                             bool observed) {
    const double a = item.cut - item.slope * theta, gap = item.gap;
    const VoteTerm t = ordinal_probit(vote, a, a + gap, grid);
    const double upper = t.dab + t.dbb, all = t.daa + t.dab + upper;
    const double first = observed ? t.da + t.db : 0;  // has mean zero
    VoteCurvature c;
    c.theta = -item.slope * item.slope * all;
    c.cross << first - item.slope * theta * all, item.slope * all, item.slope * gap * upper;
    const double dd = -gap * gap * t.dbb - (observed ? gap * t.db : 0);
    c.item << -theta * theta * all, theta * all, theta * gap * upper,  //
        theta * all, -all, -gap * upper,                               //
        theta * gap * upper, -gap * upper, dd;
    return c;
}

/// Prior precision of an item. A cut point that is no parameter gets 1 and is coupled to nothing.
Small item_prior(const VoteItem& item, const IdealPointPriors& priors) {
    return Eigen::Vector3d(1 / priors.slope_variance, 1 / priors.cut_variance,
                           item.three_categories ? 1 / priors.log_gap_variance : 1)
        .asDiagonal();
}

[[noreturn]] void not_positive_definite() {
    throw std::domain_error("minus the Hessian of the log posterior is not positive definite here");
}

}  // namespace

struct IdealPointPrecision::Factor {
    /// What one session adds and what goes with it. Variables are numbered nodes first, then 3 an item.
    struct Front {
        std::vector<std::uint32_t> items;  ///< voted on in this session only: they go first, each by itself
        std::vector<Eigen::Matrix3f> item_lower;
        Eigen::MatrixXf item_coupling;  ///< nodes of the session x 3 an item: H_kj L_j'^-1
        std::size_t nodes = 0;          ///< of the session: they stand first among `gone`
        std::vector<std::uint32_t> gone, left;
        Eigen::MatrixXf lower;     ///< L of the block of `gone`
        Eigen::MatrixXf coupling;  ///< L^-1 H_gone,left

        [[nodiscard]] std::vector<std::uint32_t> item_variables(std::size_t all_nodes) const {
            std::vector<std::uint32_t> variables;
            variables.reserve(3 * items.size());
            for (const std::uint32_t j : items)
                for (std::uint32_t p = 0; p < 3; ++p)
                    variables.push_back(static_cast<std::uint32_t>(all_nodes) + 3 * j + p);
            return variables;
        }
    };
    std::size_t nodes = 0;
    std::vector<Front> fronts;
    std::vector<Eigen::Matrix3f> item_metric;  ///< L of the item's own block, theta held fixed
};

namespace {

/// Collects the front of one session after the other.
class Elimination {
public:
    Elimination(const VotePanel& panel, const IdealPointParameters& at, const IdealPointPriors& priors, bool observed)
        : panel_(panel),
          at_(at),
          priors_(priors),
          observed_(observed),
          cuts_(item_cuts(panel, at.items)),
          place_(panel.nodes.size() + 3 * panel.items.size(), none) {
        nodes_of_.resize(panel.sessions.size());
        starting_.resize(panel.sessions.size());
        for (std::size_t k = 0; k < panel.nodes.size(); ++k)
            nodes_of_[session_place(panel.nodes[k].session)].push_back(static_cast<std::uint32_t>(k));
        for (std::size_t j = 0; j < panel.items.size(); ++j)
            starting_[session_place(panel.items[j].first_session)].push_back(static_cast<std::uint32_t>(j));
    }

    template <class Front>
    Front session(std::size_t t) {
        const int session = panel_.sessions[t];
        Front front;
        // What is there from before, and what comes in.
        std::vector<std::uint32_t> active = carried_;
        std::vector<std::uint32_t> fresh;
        const auto enter = [&](std::uint32_t variable) { fresh.push_back(variable); };
        for (const std::uint32_t k : nodes_of_[t]) {
            if (!panel_.continues(k)) enter(k);
            if (k + 1 < panel_.nodes.size() && panel_.continues(k + 1)) enter(k + 1);
        }
        std::vector<std::uint32_t> local;
        for (const std::uint32_t j : starting_[t]) {
            if (panel_.items[j].last_session == session) {
                local.push_back(j);
                continue;
            }
            bridging_.push_back(j);
            for (std::uint32_t p = 0; p < 3; ++p) enter(item_variable(j, p));
        }
        active.insert(active.end(), fresh.begin(), fresh.end());
        for (const std::uint32_t variable : active)
            (goes(variable, session) ? front.gone : front.left).push_back(variable);
        std::stable_partition(front.gone.begin(), front.gone.end(),
                              [&](std::uint32_t v) { return v < panel_.nodes.size(); });
        front.nodes = nodes_of_[t].size();
        const std::size_t gone = front.gone.size(), size = active.size();
        for (std::size_t i = 0; i < gone; ++i) place_[front.gone[i]] = i;
        for (std::size_t i = gone; i < size; ++i) place_[front.left[i - gone]] = i;

        Matrix h = Matrix::Zero(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(size));
        for (std::size_t i = 0; i < carried_.size(); ++i)
            for (std::size_t k = 0; k <= i; ++k) add(h, carried_[i], carried_[k], carry_(index(i), index(k)));
        add_walk(h, t);
        add_bridging(h, session);
        add_local(h, local, front);
        eliminate(h, gone, front);
        std::erase_if(bridging_, [&](std::uint32_t j) { return panel_.items[j].last_session == session; });
        carried_ = front.left;
        return front;
    }

private:
    static constexpr std::size_t none = ~std::size_t{0};
    static Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

    std::size_t session_place(int session) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(panel_.sessions, session) - panel_.sessions.begin());
    }
    std::uint32_t item_variable(std::uint32_t item, std::uint32_t parameter) const {
        return static_cast<std::uint32_t>(panel_.nodes.size()) + 3 * item + parameter;
    }
    bool goes(std::uint32_t variable, int session) const {
        if (variable < panel_.nodes.size()) return panel_.nodes[variable].session == session;
        return panel_.items[(variable - panel_.nodes.size()) / 3].last_session == session;
    }
    /// Only the lower triangle is kept.
    void add(Matrix& h, std::uint32_t a, std::uint32_t b, double value) const {
        const std::size_t i = place_[a], k = place_[b];
        h(index(std::max(i, k)), index(std::min(i, k))) += value;
    }

    void add_walk(Matrix& h, std::size_t t) const {
        for (const std::uint32_t k : nodes_of_[t]) {
            if (!panel_.continues(k)) add(h, k, k, 1 / priors_.first_variance);
            if (k + 1 >= panel_.nodes.size() || !panel_.continues(k + 1)) continue;
            const double precision = 1 / walk_variance(panel_, k + 1, priors_);
            add(h, k, k, precision);
            add(h, k + 1, k + 1, precision);
            add(h, k, k + 1, -precision);
        }
    }

    void add_bridging(Matrix& h, int session) const {
        const LogNormalGrid& grid = log_normal_grid();
        for (const std::uint32_t j : bridging_) {
            Small sum = Small::Zero();
            if (panel_.items[j].first_session == session) sum = item_prior(panel_.items[j], priors_);
            for (std::uint32_t v = panel_.item_begin[j]; v < panel_.item_begin[j + 1]; ++v) {
                const std::uint32_t k = panel_.vote_node[v];
                if (panel_.nodes[k].session != session) continue;
                const VoteCurvature c = vote_curvature(panel_.vote[v], at_.theta[k], cuts_[j], grid, observed_);
                add(h, k, k, c.theta);
                for (std::uint32_t p = 0; p < 3; ++p) add(h, item_variable(j, p), k, c.cross[p]);
                sum += c.item;
            }
            for (std::uint32_t p = 0; p < 3; ++p)
                for (std::uint32_t q = 0; q <= p; ++q) add(h, item_variable(j, p), item_variable(j, q), sum(p, q));
        }
    }

    template <class Front>
    void add_local(Matrix& h, const std::vector<std::uint32_t>& local, Front& front) const {
        const LogNormalGrid& grid = log_normal_grid();
        front.items = local;
        Matrix coupling = Matrix::Zero(index(front.nodes), index(3 * local.size()));
        for (std::size_t i = 0; i < local.size(); ++i) {
            const std::uint32_t j = local[i];
            Small sum = item_prior(panel_.items[j], priors_);
            for (std::uint32_t v = panel_.item_begin[j]; v < panel_.item_begin[j + 1]; ++v) {
                const std::uint32_t k = panel_.vote_node[v];
                const VoteCurvature c = vote_curvature(panel_.vote[v], at_.theta[k], cuts_[j], grid, observed_);
                add(h, k, k, c.theta);
                coupling.block<1, 3>(index(place_[k]), index(3 * i)) += c.cross;
                sum += c.item;
            }
            const Eigen::LLT<Small> factor(sum);
            if (factor.info() != Eigen::Success) not_positive_definite();
            const Small lower = factor.matrixL();
            auto own = coupling.middleCols<3>(index(3 * i));
            lower.transpose().triangularView<Eigen::Upper>().solveInPlace<Eigen::OnTheRight>(own);
            front.item_lower.push_back(lower.cast<float>());
        }
        const Eigen::Index n = index(front.nodes);
        if (!local.empty()) h.topLeftCorner(n, n).selfadjointView<Eigen::Lower>().rankUpdate(coupling, -1);
        front.item_coupling = coupling.cast<float>();
    }

    template <class Front>
    void eliminate(const Matrix& h, std::size_t gone, Front& front) {
        const Eigen::Index g = index(gone), left = h.rows() - g;
        const Eigen::LLT<Matrix> factor(h.topLeftCorner(g, g));
        if (factor.info() != Eigen::Success) not_positive_definite();
        Matrix coupling = h.bottomLeftCorner(left, g).transpose();
        if (left > 0) factor.matrixL().solveInPlace(coupling);  // Eigen takes no empty matrix there
        carry_ = h.bottomRightCorner(left, left);
        if (left > 0) carry_.selfadjointView<Eigen::Lower>().rankUpdate(coupling.transpose(), -1);
        const Matrix lower = factor.matrixL();
        front.lower = lower.cast<float>();
        front.coupling = coupling.cast<float>();
    }

    const VotePanel& panel_;
    const IdealPointParameters& at_;
    const IdealPointPriors& priors_;
    const bool observed_;
    std::vector<ItemCuts> cuts_;
    std::vector<std::size_t> place_;
    std::vector<std::vector<std::uint32_t>> nodes_of_, starting_;
    std::vector<std::uint32_t> bridging_, carried_;
    Matrix carry_;
};

using Columns = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic>;

double* variable_of(IdealPointVectors& vectors, std::size_t nodes, std::uint32_t variable) {
    return variable < nodes ? &vectors.theta[variable * vectors.columns]
                            : &vectors.items[(variable - nodes) * vectors.columns];
}

Columns gathered(IdealPointVectors& vectors, std::size_t nodes, const std::vector<std::uint32_t>& variables) {
    Columns values(static_cast<Eigen::Index>(variables.size()), static_cast<Eigen::Index>(vectors.columns));
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const double* from = variable_of(vectors, nodes, variables[i]);
        for (std::size_t c = 0; c < vectors.columns; ++c)
            values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)) = static_cast<float>(from[c]);
    }
    return values;
}

/// keep = 1 adds to what is there, 0 replaces it.
void scatter(IdealPointVectors& vectors, std::size_t nodes, const std::vector<std::uint32_t>& variables,
             const Columns& values, double keep) {
    for (std::size_t i = 0; i < variables.size(); ++i) {
        double* to = variable_of(vectors, nodes, variables[i]);
        for (std::size_t c = 0; c < vectors.columns; ++c)
            to[c] =
                keep * to[c] + static_cast<double>(values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)));
    }
}

}  // namespace

IdealPointPrecision::IdealPointPrecision(const VotePanel& panel, const IdealPointParameters& at,
                                         const IdealPointPriors& priors, Curvature curvature, const Work& work)
    : factor_(std::make_unique<Factor>()) {
    factor_->nodes = panel.nodes.size();
    Elimination elimination(panel, at, priors, curvature == Curvature::observed);
    WorkStep step(work, "curvature of the posterior", panel.sessions.size());
    for (std::size_t t = 0; t < panel.sessions.size(); ++t) {
        factor_->fronts.push_back(elimination.session<Factor::Front>(t));
        step.advance();
    }
    const LogNormalGrid& grid = log_normal_grid();
    const std::vector<ItemCuts> cuts = item_cuts(panel, at.items);
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        Small sum = item_prior(panel.items[j], priors);
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v)
            sum += vote_curvature(panel.vote[v], at.theta[panel.vote_node[v]], cuts[j], grid, false).item;
        const Small lower = Eigen::LLT<Small>(sum).matrixL();
        factor_->item_metric.push_back(lower.cast<float>());
    }
}
IdealPointPrecision::~IdealPointPrecision() = default;
IdealPointPrecision::IdealPointPrecision(IdealPointPrecision&&) noexcept = default;
IdealPointPrecision& IdealPointPrecision::operator=(IdealPointPrecision&&) noexcept = default;

void IdealPointPrecision::whiten_gradient(IdealPointVectors& gradients) const {
    const std::size_t nodes = factor_->nodes;
    for (const Factor::Front& front : factor_->fronts) {
        const std::vector<std::uint32_t> item_variables = front.item_variables(nodes);
        Columns own = gathered(gradients, nodes, item_variables);
        for (std::size_t i = 0; i < front.items.size(); ++i) {
            auto block = own.middleRows<3>(static_cast<Eigen::Index>(3 * i));
            front.item_lower[i].triangularView<Eigen::Lower>().solveInPlace(block);
        }
        scatter(gradients, nodes, item_variables, own, 0);
        Columns z = gathered(gradients, nodes, front.gone);
        if (!front.items.empty())
            z.topRows(static_cast<Eigen::Index>(front.nodes)).noalias() -= front.item_coupling * own;
        front.lower.triangularView<Eigen::Lower>().solveInPlace(z);
        scatter(gradients, nodes, front.gone, z, 0);
        if (!front.left.empty()) scatter(gradients, nodes, front.left, -(front.coupling.transpose() * z), 1);
    }
}

void IdealPointPrecision::unwhiten(IdealPointVectors& z) const {
    const std::size_t nodes = factor_->nodes;
    for (std::size_t t = factor_->fronts.size(); t-- > 0;) {
        const Factor::Front& front = factor_->fronts[t];
        Columns x = gathered(z, nodes, front.gone);
        if (!front.left.empty()) x.noalias() -= front.coupling * gathered(z, nodes, front.left);
        front.lower.transpose().triangularView<Eigen::Upper>().solveInPlace(x);
        scatter(z, nodes, front.gone, x, 0);
        const std::vector<std::uint32_t> item_variables = front.item_variables(nodes);
        Columns own = gathered(z, nodes, item_variables);
        if (!front.items.empty())
            own.noalias() -= front.item_coupling.transpose() * x.topRows(static_cast<Eigen::Index>(front.nodes));
        for (std::size_t i = 0; i < front.items.size(); ++i) {
            auto block = own.middleRows<3>(static_cast<Eigen::Index>(3 * i));
            front.item_lower[i].transpose().triangularView<Eigen::Upper>().solveInPlace(block);
        }
        scatter(z, nodes, item_variables, own, 0);
    }
}

void IdealPointPrecision::whiten(IdealPointVectors& x) const {
    const std::size_t nodes = factor_->nodes;
    for (const Factor::Front& front : factor_->fronts) {  // what an equation needs of later fronts is still to come
        const std::vector<std::uint32_t> item_variables = front.item_variables(nodes);
        const Columns gone = gathered(x, nodes, front.gone);
        Columns own = gathered(x, nodes, item_variables);
        for (std::size_t i = 0; i < front.items.size(); ++i) {
            auto block = own.middleRows<3>(static_cast<Eigen::Index>(3 * i));
            block = Columns(front.item_lower[i].transpose().triangularView<Eigen::Upper>() * block);
        }
        if (!front.items.empty())
            own.noalias() += front.item_coupling.transpose() * gone.topRows(static_cast<Eigen::Index>(front.nodes));
        scatter(x, nodes, item_variables, own, 0);
        Columns z = front.lower.transpose().triangularView<Eigen::Upper>() * gone;
        if (!front.left.empty()) z.noalias() += front.coupling * gathered(x, nodes, front.left);
        scatter(x, nodes, front.gone, z, 0);
    }
}

void IdealPointPrecision::unwhiten_item(std::uint32_t item, std::array<double, 3>& step) const {
    Eigen::Vector3f z(static_cast<float>(step[0]), static_cast<float>(step[1]), static_cast<float>(step[2]));
    factor_->item_metric[item].transpose().triangularView<Eigen::Upper>().solveInPlace(z);
    for (std::size_t p = 0; p < 3; ++p) step[p] = static_cast<double>(z[static_cast<Eigen::Index>(p)]);
}

}  // namespace tarazy
