// Written from docs/openapi.json by `pnpm openapi`. Changes made here are lost.
import type { Call, PagedCall, StreamCall } from "../calls.ts";
import type { Route } from "../request.ts";

export const basePath = "/api/v1";

export const routes = {
  "catalog.list": {"method":"GET","path":"/products","isPaged":true},
  "catalog.addProduct": {"method":"POST","path":"/products","takesKey":true},
  "catalog.get": {"method":"GET","path":"/products/{handle}"},
  "catalog.changeProduct": {"method":"PATCH","path":"/products/{handle}"},
  "catalog.removeProduct": {"method":"DELETE","path":"/products/{handle}"},
  "catalog.suggest": {"method":"GET","path":"/suggestions"},
  "catalog.highlights": {"method":"GET","path":"/highlights"},
  "catalog.categories": {"method":"GET","path":"/categories"},
  "catalog.addCategory": {"method":"POST","path":"/categories","takesKey":true},
  "catalog.collections": {"method":"GET","path":"/collections"},
  "catalog.addCollection": {"method":"POST","path":"/collections","takesKey":true},
  "catalog.regions": {"method":"GET","path":"/regions"},
  "catalog.record": {"method":"GET","path":"/products/{handle}/record"},
  "catalog.setPrices": {"method":"POST","path":"/prices/batch","takesKey":true},
  "catalog.category": {"method":"GET","path":"/categories/{handle}"},
  "catalog.changeCategory": {"method":"PATCH","path":"/categories/{handle}"},
  "catalog.removeCategory": {"method":"DELETE","path":"/categories/{handle}"},
  "catalog.collection": {"method":"GET","path":"/collections/{handle}"},
  "catalog.changeCollection": {"method":"PATCH","path":"/collections/{handle}"},
  "catalog.removeCollection": {"method":"DELETE","path":"/collections/{handle}"},
  "catalog.productTranslations": {"method":"GET","path":"/products/{handle}/translations"},
  "catalog.setProductTranslation": {"method":"PUT","path":"/products/{handle}/translations/{language}"},
  "catalog.removeProductTranslation": {"method":"DELETE","path":"/products/{handle}/translations/{language}"},
  "catalog.optionTranslation": {"method":"GET","path":"/options/{name}/translations/{language}"},
  "catalog.setOptionTranslation": {"method":"PUT","path":"/options/{name}/translations/{language}"},
  "catalog.shippingTranslation": {"method":"GET","path":"/regions/{region}/shipping-options/{shippingOptionId}/translations/{language}"},
  "catalog.setShippingTranslation": {"method":"PUT","path":"/regions/{region}/shipping-options/{shippingOptionId}/translations/{language}"},
  "catalog.categoryTranslations": {"method":"GET","path":"/categories/{handle}/translations"},
  "catalog.setCategoryTranslation": {"method":"PUT","path":"/categories/{handle}/translations/{language}"},
  "catalog.removeCategoryTranslation": {"method":"DELETE","path":"/categories/{handle}/translations/{language}"},
  "catalog.collectionTranslations": {"method":"GET","path":"/collections/{handle}/translations"},
  "catalog.setCollectionTranslation": {"method":"PUT","path":"/collections/{handle}/translations/{language}"},
  "catalog.removeCollectionTranslation": {"method":"DELETE","path":"/collections/{handle}/translations/{language}"},
  "inventory.list": {"method":"GET","path":"/inventory"},
  "inventory.get": {"method":"GET","path":"/inventory/{variantId}"},
  "inventory.locations": {"method":"GET","path":"/locations"},
  "inventory.setLevel": {"method":"PUT","path":"/inventory/{variantId}/levels/{locationId}"},
  "inventory.setLevels": {"method":"POST","path":"/inventory/levels/batch","takesKey":true},
  "inventory.adjust": {"method":"POST","path":"/inventory/adjustments","takesKey":true},
  "cart.create": {"method":"POST","path":"/carts","takesKey":true},
  "cart.get": {"method":"GET","path":"/carts/{cartId}"},
  "cart.update": {"method":"PATCH","path":"/carts/{cartId}"},
  "cart.setLine": {"method":"PUT","path":"/carts/{cartId}/lines/{variantId}"},
  "cart.removeLine": {"method":"DELETE","path":"/carts/{cartId}/lines/{variantId}"},
  "cart.setPromotion": {"method":"PUT","path":"/carts/{cartId}/promotions/{code}"},
  "cart.removePromotion": {"method":"DELETE","path":"/carts/{cartId}/promotions/{code}"},
  "cart.applyOperations": {"method":"POST","path":"/carts/{cartId}/operations","takesKey":true},
  "cart.merge": {"method":"POST","path":"/carts/{cartId}/merges","takesKey":true},
  "ownCart.get": {"method":"GET","path":"/users/me/cart"},
  "ownCart.claim": {"method":"POST","path":"/users/me/cart/merges","takesKey":true},
  "checkout.start": {"method":"POST","path":"/checkouts","takesKey":true},
  "checkout.get": {"method":"GET","path":"/checkouts/{checkoutId}"},
  "checkout.update": {"method":"PATCH","path":"/checkouts/{checkoutId}"},
  "checkout.cancel": {"method":"DELETE","path":"/checkouts/{checkoutId}"},
  "checkout.complete": {"method":"POST","path":"/checkouts/{checkoutId}/complete","takesKey":true},
  "orders.get": {"method":"GET","path":"/orders/{orderId}"},
  "orders.list": {"method":"GET","path":"/orders","isPaged":true},
  "orders.cancel": {"method":"POST","path":"/orders/{orderId}/cancel","takesKey":true},
  "orders.fulfil": {"method":"POST","path":"/orders/{orderId}/fulfilments","takesKey":true},
  "orders.deliver": {"method":"POST","path":"/orders/{orderId}/delivery","takesKey":true},
  "orders.refund": {"method":"POST","path":"/orders/{orderId}/refunds","takesKey":true},
  "orders.requestReturn": {"method":"POST","path":"/orders/{orderId}/returns","takesKey":true},
  "orders.receiveReturn": {"method":"POST","path":"/orders/{orderId}/returns/{returnId}/receipt","takesKey":true},
  "orders.cancelReturn": {"method":"DELETE","path":"/orders/{orderId}/returns/{returnId}"},
  "accounts.signUp": {"method":"POST","path":"/users","takesKey":true},
  "accounts.sendVerification": {"method":"POST","path":"/users/verifications","takesKey":true},
  "accounts.requestPasswordReset": {"method":"POST","path":"/users/password-resets","takesKey":true},
  "accounts.resetPassword": {"method":"PUT","path":"/users/password"},
  "accounts.me": {"method":"GET","path":"/users/me"},
  "accounts.updateMe": {"method":"PATCH","path":"/users/me"},
  "privacy.erase": {"method":"DELETE","path":"/users/me","query":["email"]},
  "addresses.list": {"method":"GET","path":"/users/me/addresses"},
  "addresses.add": {"method":"POST","path":"/users/me/addresses","takesKey":true},
  "addresses.get": {"method":"GET","path":"/users/me/addresses/{addressId}"},
  "addresses.update": {"method":"PATCH","path":"/users/me/addresses/{addressId}"},
  "addresses.remove": {"method":"DELETE","path":"/users/me/addresses/{addressId}"},
  "preferences.get": {"method":"GET","path":"/users/me/preferences"},
  "preferences.update": {"method":"PATCH","path":"/users/me/preferences"},
  "privacy.export": {"method":"GET","path":"/users/me/export"},
  "clients.create": {"method":"POST","path":"/clients","takesKey":true},
  "clients.list": {"method":"GET","path":"/clients"},
  "clients.renewSecret": {"method":"PUT","path":"/clients/{clientId}/secret"},
  "clients.disable": {"method":"DELETE","path":"/clients/{clientId}"},
  "clients.actions": {"method":"GET","path":"/audit","isPaged":true},
  "bulk.addImport": {"method":"POST","path":"/imports","takesKey":true},
  "bulk.getImport": {"method":"GET","path":"/imports/{jobId}"},
  "bulk.cancelImport": {"method":"POST","path":"/imports/{jobId}/cancel","takesKey":true},
  "bulk.addExport": {"method":"POST","path":"/exports","takesKey":true},
  "bulk.getExport": {"method":"GET","path":"/exports/{jobId}"},
  "bulk.cancelExport": {"method":"POST","path":"/exports/{jobId}/cancel","takesKey":true},
  "promotions.create": {"method":"POST","path":"/promotions","takesKey":true},
  "promotions.list": {"method":"GET","path":"/promotions","isPaged":true},
  "promotions.get": {"method":"GET","path":"/promotions/{promotionId}"},
  "promotions.update": {"method":"PATCH","path":"/promotions/{promotionId}"},
  "promotions.delete": {"method":"DELETE","path":"/promotions/{promotionId}"},
  "promotions.translations": {"method":"GET","path":"/promotions/{promotionId}/translations"},
  "promotions.setTranslation": {"method":"PUT","path":"/promotions/{promotionId}/translations/{language}"},
  "reviews.list": {"method":"GET","path":"/products/{handle}/reviews","isPaged":true},
  "reviews.write": {"method":"POST","path":"/products/{handle}/reviews","takesKey":true},
  "reviews.questions": {"method":"GET","path":"/products/{handle}/questions","isPaged":true},
  "reviews.ask": {"method":"POST","path":"/products/{handle}/questions","takesKey":true},
  "reviews.answer": {"method":"POST","path":"/questions/{contributionId}/answers","takesKey":true},
  "reviews.own": {"method":"GET","path":"/users/me/contributions","isPaged":true},
  "reviews.get": {"method":"GET","path":"/contributions/{contributionId}"},
  "reviews.change": {"method":"PATCH","path":"/contributions/{contributionId}"},
  "reviews.remove": {"method":"DELETE","path":"/contributions/{contributionId}"},
  "reviews.vote": {"method":"PUT","path":"/contributions/{contributionId}/vote"},
  "reviews.unvote": {"method":"DELETE","path":"/contributions/{contributionId}/vote"},
  "reviews.report": {"method":"PUT","path":"/contributions/{contributionId}/report"},
  "reviews.queue": {"method":"GET","path":"/moderation-queue","isPaged":true},
  "reviews.decide": {"method":"PUT","path":"/contributions/{contributionId}/decision"},
  "watches.ask": {"method":"POST","path":"/inventory/{variantId}/watches","takesKey":true},
  "watches.confirm": {"method":"POST","path":"/watches/confirmations","takesKey":true},
  "watches.withdraw": {"method":"POST","path":"/watches/withdrawals","takesKey":true},
  "watches.own": {"method":"GET","path":"/users/me/watches"},
  "watches.setOwn": {"method":"PUT","path":"/users/me/watches/{variantId}"},
  "watches.removeOwn": {"method":"DELETE","path":"/users/me/watches/{variantId}"},
  "wishlist.get": {"method":"GET","path":"/users/me/wishlist"},
  "wishlist.items": {"method":"GET","path":"/users/me/wishlist/items","isPaged":true},
  "wishlist.add": {"method":"PUT","path":"/users/me/wishlist/items/{productId}"},
  "wishlist.remove": {"method":"DELETE","path":"/users/me/wishlist/items/{productId}"},
  "wishlist.merge": {"method":"POST","path":"/users/me/wishlist/merges","takesKey":true},
  "wishlist.share": {"method":"PUT","path":"/users/me/wishlist/share"},
  "wishlist.unshare": {"method":"DELETE","path":"/users/me/wishlist/share"},
  "wishlist.shared": {"method":"GET","path":"/wishlists/{token}","isPaged":true},
  "drops.get": {"method":"GET","path":"/drops/{handle}"},
  "drops.takePlace": {"method":"PUT","path":"/drops/{handle}/places/{key}"},
  "drops.leavePlace": {"method":"DELETE","path":"/drops/{handle}/places/{key}"},
  "feedback.get": {"method":"GET","path":"/surveys/{token}"},
  "feedback.answer": {"method":"POST","path":"/surveys/{token}/answers","takesKey":true},
  "feedback.stop": {"method":"POST","path":"/surveys/{token}/withdrawals","takesKey":true},
  "feedback.answers": {"method":"GET","path":"/survey-answers","isPaged":true},
  "feedback.getAnswer": {"method":"GET","path":"/survey-answers/{surveyId}"},
  "live.poll": {"method":"GET","path":"/live/poll"},
  "events.list": {"method":"GET","path":"/events","streams":"also"},
  "webhooks.add": {"method":"POST","path":"/webhooks","takesKey":true},
  "webhooks.list": {"method":"GET","path":"/webhooks","isPaged":true},
  "webhooks.get": {"method":"GET","path":"/webhooks/{webhookId}"},
  "webhooks.update": {"method":"PATCH","path":"/webhooks/{webhookId}"},
  "webhooks.remove": {"method":"DELETE","path":"/webhooks/{webhookId}"},
  "webhooks.rotateSecret": {"method":"POST","path":"/webhooks/{webhookId}/secrets","takesKey":true},
  "webhooks.deliveries": {"method":"GET","path":"/webhooks/{webhookId}/deliveries","isPaged":true},
  "webhooks.replay": {"method":"POST","path":"/webhooks/{webhookId}/replay","takesKey":true},
  "webhooks.test": {"method":"POST","path":"/webhooks/{webhookId}/test","takesKey":true},
  "live.watch": {"method":"GET","path":"/live","joined":["topics"],"streams":"only"},
  "bulk.sendFile": {"method":"PUT","path":"/imports/{jobId}/file","query":["offset","more"],"bodyType":"text/csv"},
  "bulk.listRefusals": {"method":"GET","path":"/imports/{jobId}/refusals"},
  "bulk.getFile": {"method":"GET","path":"/exports/{jobId}/file"},
} as const satisfies Record<string, Route>;

/** Every operation of the API, under the name that it has in the document. */
export interface Meridian {
  /** What is sold, and for how much in each region. */
  readonly catalog: {
    /**
     * List and search products: `GET /products`.
     */
    readonly list: PagedCall<"catalog.list">;
    /**
     * Add a product: `POST /products`.
     * Needs the scope `catalog:write`.
     */
    readonly addProduct: Call<"catalog.addProduct">;
    /**
     * Get a product: `GET /products/{handle}`.
     */
    readonly get: Call<"catalog.get">;
    /**
     * Change a product: `PATCH /products/{handle}`.
     * What is left out stays. Lists are replaced whole; a variant is the same by its id or, without one, by its options.
     * Needs the scope `catalog:write`.
     */
    readonly changeProduct: Call<"catalog.changeProduct">;
    /**
     * Remove a product: `DELETE /products/{handle}`.
     * Its handle and codes are free again. Orders keep what was ordered; carts say that it is not sold any more.
     * Needs the scope `catalog:write`.
     */
    readonly removeProduct: Call<"catalog.removeProduct">;
    /**
     * Suggest products while typing: `GET /suggestions`.
     */
    readonly suggest: Call<"catalog.suggest">;
    /**
     * Get what sells now and what just came back: `GET /highlights`.
     * Of what can be bought now. Told by the last 20,000 movements of stock.
     */
    readonly highlights: Call<"catalog.highlights">;
    /**
     * List the category tree: `GET /categories`.
     */
    readonly categories: Call<"catalog.categories">;
    /**
     * Add a category: `POST /categories`.
     * Needs the scope `catalog:write`.
     */
    readonly addCategory: Call<"catalog.addCategory">;
    /**
     * List collections: `GET /collections`.
     */
    readonly collections: Call<"catalog.collections">;
    /**
     * Add a collection: `POST /collections`.
     * Needs the scope `catalog:write`.
     */
    readonly addCollection: Call<"catalog.addCollection">;
    /**
     * List regions with their tax and shipping: `GET /regions`.
     */
    readonly regions: Call<"catalog.regions">;
    /**
     * Get all of a product: every region's prices, drafts too: `GET /products/{handle}/record`.
     * Needs the scope `catalog:write`.
     */
    readonly record: Call<"catalog.record">;
    /**
     * Set up to 1,000 prices: `POST /prices/batch`.
     * Each item is set or refused by itself; `results` are in the order of the items. Versions are those of products; one whose prices change gets one new version.
     * Needs the scope `catalog:write`.
     */
    readonly setPrices: Call<"catalog.setPrices">;
    /**
     * Get a category: `GET /categories/{handle}`.
     */
    readonly category: Call<"catalog.category">;
    /**
     * Change a category: `PATCH /categories/{handle}`.
     * Needs the scope `catalog:write`.
     */
    readonly changeCategory: Call<"catalog.changeCategory">;
    /**
     * Remove a category; its products stay: `DELETE /categories/{handle}`.
     * Needs the scope `catalog:write`.
     */
    readonly removeCategory: Call<"catalog.removeCategory">;
    /**
     * Get a collection: `GET /collections/{handle}`.
     */
    readonly collection: Call<"catalog.collection">;
    /**
     * Change a collection: `PATCH /collections/{handle}`.
     * Needs the scope `catalog:write`.
     */
    readonly changeCollection: Call<"catalog.changeCollection">;
    /**
     * Remove a collection; its products stay: `DELETE /collections/{handle}`.
     * Needs the scope `catalog:write`.
     */
    readonly removeCollection: Call<"catalog.removeCollection">;
    /**
     * Get a product's words in other languages: `GET /products/{handle}/translations`.
     * Needs the scope `catalog:write`.
     */
    readonly productTranslations: Call<"catalog.productTranslations">;
    /**
     * Set a product's words in another language: `PUT /products/{handle}/translations/{language}`.
     * All of them: what is left out is told in English. The version is the product's, which gets a new one.
     * Needs the scope `catalog:write`.
     */
    readonly setProductTranslation: Call<"catalog.setProductTranslation">;
    /**
     * Tell a product in English again: `DELETE /products/{handle}/translations/{language}`.
     * Needs the scope `catalog:write`.
     */
    readonly removeProductTranslation: Call<"catalog.removeProductTranslation">;
    /**
     * Get what an option and its values are called in another language: `GET /options/{name}/translations/{language}`.
     * Needs the scope `catalog:write`.
     */
    readonly optionTranslation: Call<"catalog.optionTranslation">;
    /**
     * Set what an option and its values are called in another language: `PUT /options/{name}/translations/{language}`.
     * In the whole shop, since filters are. Names and values stay the keys that filters and variants have.
     * Needs the scope `catalog:write`.
     */
    readonly setOptionTranslation: Call<"catalog.setOptionTranslation">;
    /**
     * Get what a way to ship is called in another language: `GET /regions/{region}/shipping-options/{shippingOptionId}/translations/{language}`.
     * Needs the scope `catalog:write`.
     */
    readonly shippingTranslation: Call<"catalog.shippingTranslation">;
    /**
     * Set what a way to ship is called in another language: `PUT /regions/{region}/shipping-options/{shippingOptionId}/translations/{language}`.
     * Checkouts tell it within half a minute; orders keep what they were told.
     * Needs the scope `catalog:write`.
     */
    readonly setShippingTranslation: Call<"catalog.setShippingTranslation">;
    /**
     * Get a category's words in other languages: `GET /categories/{handle}/translations`.
     * Needs the scope `catalog:write`.
     */
    readonly categoryTranslations: Call<"catalog.categoryTranslations">;
    /**
     * Set a category's words in another language: `PUT /categories/{handle}/translations/{language}`.
     * All of them: what is left out is told in English. The version is the category's.
     * Needs the scope `catalog:write`.
     */
    readonly setCategoryTranslation: Call<"catalog.setCategoryTranslation">;
    /**
     * Tell a category in English again: `DELETE /categories/{handle}/translations/{language}`.
     * Needs the scope `catalog:write`.
     */
    readonly removeCategoryTranslation: Call<"catalog.removeCategoryTranslation">;
    /**
     * Get a collection's words in other languages: `GET /collections/{handle}/translations`.
     * Needs the scope `catalog:write`.
     */
    readonly collectionTranslations: Call<"catalog.collectionTranslations">;
    /**
     * Set a collection's words in another language: `PUT /collections/{handle}/translations/{language}`.
     * All of them: what is left out is told in English. The version is the collection's.
     * Needs the scope `catalog:write`.
     */
    readonly setCollectionTranslation: Call<"catalog.setCollectionTranslation">;
    /**
     * Tell a collection in English again: `DELETE /collections/{handle}/translations/{language}`.
     * Needs the scope `catalog:write`.
     */
    readonly removeCollectionTranslation: Call<"catalog.removeCollectionTranslation">;
  };
  /** How much is there. Nothing is sold twice. */
  readonly inventory: {
    /**
     * Availability of several variants: `GET /inventory`.
     */
    readonly list: Call<"inventory.list">;
    /**
     * Availability of one variant: `GET /inventory/{variantId}`.
     */
    readonly get: Call<"inventory.get">;
    /**
     * List stock locations: `GET /locations`.
     * Needs the scope `inventory:read`.
     */
    readonly locations: Call<"inventory.locations">;
    /**
     * Set what is on hand at a location: `PUT /inventory/{variantId}/levels/{locationId}`.
     * Needs the scope `inventory:write`.
     */
    readonly setLevel: Call<"inventory.setLevel">;
    /**
     * Set what is on hand of up to 1,000 levels: `POST /inventory/levels/batch`.
     * Each item is set or refused by itself; `results` are in the order of the items. A count that finds no difference changes nothing.
     * Needs the scope `inventory:write`.
     */
    readonly setLevels: Call<"inventory.setLevels">;
    /**
     * Add or take stock, with a reason: `POST /inventory/adjustments`.
     * Needs the scope `inventory:write`.
     */
    readonly adjust: Call<"inventory.adjust">;
  };
  /** What a shopper wants, priced by the server. */
  readonly cart: {
    /**
     * Make a cart: `POST /carts`.
     * A user has one cart, and gets that one.
     */
    readonly create: Call<"cart.create">;
    /**
     * Get the priced cart: `GET /carts/{cartId}`.
     */
    readonly get: Call<"cart.get">;
    /**
     * Change region, destination or language: `PATCH /carts/{cartId}`.
     */
    readonly update: Call<"cart.update">;
    /**
     * Set a line to an exact quantity: `PUT /carts/{cartId}/lines/{variantId}`.
     */
    readonly setLine: Call<"cart.setLine">;
    /**
     * Remove a line: `DELETE /carts/{cartId}/lines/{variantId}`.
     */
    readonly removeLine: Call<"cart.removeLine">;
    /**
     * Give the cart a promotion code, in place of the one it has: `PUT /carts/{cartId}/promotions/{code}`.
     */
    readonly setPromotion: Call<"cart.setPromotion">;
    /**
     * Take a promotion code off the cart: `DELETE /carts/{cartId}/promotions/{code}`.
     */
    readonly removePromotion: Call<"cart.removePromotion">;
    /**
     * Apply mergeable operations: `POST /carts/{cartId}/operations`.
     * Needs no precondition. Idempotent by (device, seq): an operation already applied is reported as a duplicate. Made offline, it can say what its device `observed`; then what was added elsewhere meanwhile is left alone.
     */
    readonly applyOperations: Call<"cart.applyOperations">;
    /**
     * Merge another cart into this one: `POST /carts/{cartId}/merges`.
     * For the moment of sign-in. Quantities add up, and what drops hold goes along; the other cart ends. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were: a refused one stays in the other cart.
     */
    readonly merge: Call<"cart.merge">;
  };
  /** What a shopper wants, priced by the server. */
  readonly ownCart: {
    /**
     * Get one's own cart: `GET /users/me/cart`.
     * A user has one; it is changed at `/carts/{cartId}`, by this user alone.
     * Needs the scope `account`.
     */
    readonly get: Call<"ownCart.get">;
    /**
     * Put a guest's cart into one's own: `POST /users/me/cart/merges`.
     * For the moment of sign-in: quantities add up, and the other cart ends; where there is no own cart it becomes that. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were.
     * Needs the scope `account`.
     */
    readonly claim: Call<"ownCart.claim">;
  };
  /** Stock held for one purchase, with a visible end. */
  readonly checkout: {
    /**
     * Hold the cart's stock and start paying: `POST /checkouts`.
     */
    readonly start: Call<"checkout.start">;
    /**
     * Get a checkout: `GET /checkouts/{checkoutId}`.
     */
    readonly get: Call<"checkout.get">;
    /**
     * Set e-mail, address, shipping option and gift message: `PATCH /checkouts/{checkoutId}`.
     */
    readonly update: Call<"checkout.update">;
    /**
     * Give the stock back: `DELETE /checkouts/{checkoutId}`.
     */
    readonly cancel: Call<"checkout.cancel">;
    /**
     * Pay and place the order: `POST /checkouts/{checkoutId}/complete`.
     */
    readonly complete: Call<"checkout.complete">;
  };
  /** What was bought, and where it is on its way. */
  readonly orders: {
    /**
     * Get an order by its unguessable id: `GET /orders/{orderId}`.
     */
    readonly get: Call<"orders.get">;
    /**
     * List orders, newest first: `GET /orders`.
     * All of them with the scope; a user without it gets their own.
     * Needs the scope `orders:read` or `account`.
     */
    readonly list: PagedCall<"orders.list">;
    /**
     * Cancel before anything was sent: stock goes back, the payment is refunded: `POST /orders/{orderId}/cancel`.
     */
    readonly cancel: Call<"orders.cancel">;
    /**
     * Record what was sent: `POST /orders/{orderId}/fulfilments`.
     * Needs the scope `orders:write`.
     */
    readonly fulfil: Call<"orders.fulfil">;
    /**
     * Record that everything arrived: `POST /orders/{orderId}/delivery`.
     * Needs the scope `orders:write`.
     */
    readonly deliver: Call<"orders.deliver">;
    /**
     * Give back an amount, what was paid for some units, or all that is left: `POST /orders/{orderId}/refunds`.
     * Needs the scope `orders:write`.
     */
    readonly refund: Call<"orders.refund">;
    /**
     * Announce what comes back: `POST /orders/{orderId}/returns`.
     */
    readonly requestReturn: Call<"orders.requestReturn">;
    /**
     * Record that a return arrived: stock goes up, and money back when asked for: `POST /orders/{orderId}/returns/{returnId}/receipt`.
     * Needs the scope `orders:write`.
     */
    readonly receiveReturn: Call<"orders.receiveReturn">;
    /**
     * Cancel a return that has not arrived: `DELETE /orders/{orderId}/returns/{returnId}`.
     */
    readonly cancelReturn: Call<"orders.cancelReturn">;
  };
  /** Who people are, and what is theirs. */
  readonly accounts: {
    /**
     * Register; a mail says how to go on: `POST /users`.
     */
    readonly signUp: Call<"accounts.signUp">;
    /**
     * Mail the link that confirms an address again: `POST /users/verifications`.
     */
    readonly sendVerification: Call<"accounts.sendVerification">;
    /**
     * Mail a link that sets a new password: `POST /users/password-resets`.
     */
    readonly requestPasswordReset: Call<"accounts.requestPasswordReset">;
    /**
     * Set a new password with the token of such a link; all sessions end: `PUT /users/password`.
     */
    readonly resetPassword: Call<"accounts.resetPassword">;
    /**
     * Who is signed in: `GET /users/me`.
     * Needs the scope `account`.
     */
    readonly me: Call<"accounts.me">;
    /**
     * Change one's name: `PATCH /users/me`.
     * Needs the scope `account`.
     */
    readonly updateMe: Call<"accounts.updateMe">;
  };
  /** Who people are, and what is theirs. */
  readonly privacy: {
    /**
     * Erase one's account and all that leads to oneself: `DELETE /users/me`.
     * Sessions and tokens end. Orders keep their figures, without name and addresses. What is still to be sent or being paid ends first. It can't be undone.
     * Needs the scope `account` and `account:erase`.
     */
    readonly erase: Call<"privacy.erase">;
    /**
     * A copy of all that is kept of oneself: `GET /users/me/export`.
     * Needs the scope `account`.
     */
    readonly export: Call<"privacy.export">;
  };
  /** Who people are, and what is theirs. */
  readonly addresses: {
    /**
     * One's own addresses, the default first: `GET /users/me/addresses`.
     * Needs the scope `account`.
     */
    readonly list: Call<"addresses.list">;
    /**
     * Keep an address: `POST /users/me/addresses`.
     * Needs the scope `account`.
     */
    readonly add: Call<"addresses.add">;
    /**
     * One of one's addresses: `GET /users/me/addresses/{addressId}`.
     * Needs the scope `account`.
     */
    readonly get: Call<"addresses.get">;
    /**
     * Change an address, or make it the default: `PATCH /users/me/addresses/{addressId}`.
     * Needs the scope `account`.
     */
    readonly update: Call<"addresses.update">;
    /**
     * Forget an address; of the others the newest becomes the default: `DELETE /users/me/addresses/{addressId}`.
     * Needs the scope `account`.
     */
    readonly remove: Call<"addresses.remove">;
  };
  /** Who people are, and what is theirs. */
  readonly preferences: {
    /**
     * What one prefers and has agreed to: `GET /users/me/preferences`.
     * Needs the scope `account`.
     */
    readonly get: Call<"preferences.get">;
    /**
     * Change preferences, or give and take back a consent: `PATCH /users/me/preferences`.
     * Needs the scope `account`.
     */
    readonly update: Call<"preferences.update">;
  };
  /** Which systems may do what, and what was done. */
  readonly clients: {
    /**
     * Make an API client: `POST /clients`.
     * Needs the scope `clients:write`.
     */
    readonly create: Call<"clients.create">;
    /**
     * All API clients and applications, newest first: `GET /clients`.
     * Needs the scope `clients:write`.
     */
    readonly list: Call<"clients.list">;
    /**
     * Give a client a new secret, told in this answer alone: `PUT /clients/{clientId}/secret`.
     * Needs the scope `clients:write`.
     */
    readonly renewSecret: Call<"clients.renewSecret">;
    /**
     * Let a client have no tokens any more: `DELETE /clients/{clientId}`.
     * Needs the scope `clients:write`.
     */
    readonly disable: Call<"clients.disable">;
    /**
     * What clients and staff did, newest first: `GET /audit`.
     * Needs the scope `audit:read`.
     */
    readonly actions: PagedCall<"clients.actions">;
  };
  /** Imports and exports of many rows, as jobs. */
  readonly bulk: {
    /**
     * Begin an import; its file is sent next: `POST /imports`.
     * Then `PUT /imports/{jobId}/file`. Follow it by `GET /imports/{jobId}`, or live as the topic `job:{jobId}`. Products and prices need the scope `catalog:write`, stock `inventory:write`.
     * Needs the scope `catalog:write` or `inventory:write`.
     */
    readonly addImport: Call<"bulk.addImport">;
    /**
     * Get an import: how far it is: `GET /imports/{jobId}`.
     * Needs the scope `catalog:write` or `inventory:write`.
     */
    readonly getImport: Call<"bulk.getImport">;
    /**
     * Cancel an import; what was done stays done: `POST /imports/{jobId}/cancel`.
     * Needs the scope `catalog:write` or `inventory:write`.
     */
    readonly cancelImport: Call<"bulk.cancelImport">;
    /**
     * Begin an export: all products, prices or stock of one moment: `POST /exports`.
     * When it is `done`, `GET /exports/{jobId}/file` has it. Products and prices need the scope `catalog:write`, stock `inventory:read`.
     * Needs the scope `catalog:write` or `inventory:read`.
     */
    readonly addExport: Call<"bulk.addExport">;
    /**
     * Get an export: how far it is: `GET /exports/{jobId}`.
     * Needs the scope `catalog:write` or `inventory:read`.
     */
    readonly getExport: Call<"bulk.getExport">;
    /**
     * Cancel an export: `POST /exports/{jobId}/cancel`.
     * Needs the scope `catalog:write` or `inventory:read`.
     */
    readonly cancelExport: Call<"bulk.cancelExport">;
    /**
     * Send the file of an import: `PUT /imports/{jobId}/file`.
     * Any size up to 1 GB. What has arrived stays: who is cut off asks for `fileBytes` and sends the rest with `offset`; `more=true` says that it is not the last part. With the last part the import is queued.
     * Needs the scope `catalog:write` or `inventory:write`.
     */
    readonly sendFile: Call<"bulk.sendFile">;
    /**
     * Which rows of an import did not go in, and why: `GET /imports/{jobId}/refusals`.
     * Needs the scope `catalog:write` or `inventory:write`.
     */
    readonly listRefusals: Call<"bulk.listRefusals">;
    /**
     * Get the file of an export: `GET /exports/{jobId}/file`.
     * It never changes, so that a download goes on with `Range` where it was cut off.
     * Needs the scope `catalog:write` or `inventory:read`.
     */
    readonly getFile: Call<"bulk.getFile">;
  };
  /** What makes a cart cheaper: codes, and rules of their own. */
  readonly promotions: {
    /**
     * Make a code, or a promotion that applies by itself: `POST /promotions`.
     * Needs the scope `promotions:write`.
     */
    readonly create: Call<"promotions.create">;
    /**
     * List promotions, newest first: `GET /promotions`.
     * Needs the scope `promotions:write`.
     */
    readonly list: PagedCall<"promotions.list">;
    /**
     * Get a promotion: `GET /promotions/{promotionId}`.
     * Needs the scope `promotions:write`.
     */
    readonly get: Call<"promotions.get">;
    /**
     * Change when, how often and whether a promotion can be used: `PATCH /promotions/{promotionId}`.
     * Needs the scope `promotions:write`.
     */
    readonly update: Call<"promotions.update">;
    /**
     * Take a promotion out of every cart; orders keep what they were told: `DELETE /promotions/{promotionId}`.
     * Needs the scope `promotions:write`.
     */
    readonly delete: Call<"promotions.delete">;
    /**
     * Get what a promotion is called in other languages: `GET /promotions/{promotionId}/translations`.
     * Needs the scope `promotions:write`.
     */
    readonly translations: Call<"promotions.translations">;
    /**
     * Set what a promotion is called in another language: `PUT /promotions/{promotionId}/translations/{language}`.
     * Needs the scope `promotions:write`.
     */
    readonly setTranslation: Call<"promotions.setTranslation">;
  };
  /** What people write about products, and what moderators let be public. */
  readonly reviews: {
    /**
     * Reviews of a product, and how many stars it has: `GET /products/{handle}/reviews`.
     */
    readonly list: PagedCall<"reviews.list">;
    /**
     * Review a product, once: `POST /products/{handle}/reviews`.
     * It is public when a moderator has published it.
     * Needs the scope `account`.
     */
    readonly write: Call<"reviews.write">;
    /**
     * Questions about a product, with their answers: `GET /products/{handle}/questions`.
     */
    readonly questions: PagedCall<"reviews.questions">;
    /**
     * Ask about a product: `POST /products/{handle}/questions`.
     * It is public when a moderator has published it.
     * Needs the scope `account`.
     */
    readonly ask: Call<"reviews.ask">;
    /**
     * Answer a question: `POST /questions/{contributionId}/answers`.
     * With the scope it is the shop's answer and public at once; a user's is when a moderator has published it.
     * Needs the scope `reviews:moderate` or `account`.
     */
    readonly answer: Call<"reviews.answer">;
    /**
     * What one wrote oneself, in whatever state it is, the newest first: `GET /users/me/contributions`.
     * Needs the scope `account`.
     */
    readonly own: PagedCall<"reviews.own">;
    /**
     * Get what one wrote; a moderator gets anybody's: `GET /contributions/{contributionId}`.
     * Needs the scope `reviews:moderate` or `account`.
     */
    readonly get: Call<"reviews.get">;
    /**
     * Change what one wrote; it is public again when a moderator has published it: `PATCH /contributions/{contributionId}`.
     * Needs the scope `account`.
     */
    readonly change: Call<"reviews.change">;
    /**
     * Remove what one wrote, a question with its answers; a moderator anybody's: `DELETE /contributions/{contributionId}`.
     * Needs the scope `reviews:moderate` or `account`.
     */
    readonly remove: Call<"reviews.remove">;
    /**
     * Find helpful what somebody else wrote: `PUT /contributions/{contributionId}/vote`.
     * Needs the scope `account`.
     */
    readonly vote: Call<"reviews.vote">;
    /**
     * Take that back: `DELETE /contributions/{contributionId}/vote`.
     * Needs the scope `account`.
     */
    readonly unvote: Call<"reviews.unvote">;
    /**
     * Tell the moderators that something should not be public: `PUT /contributions/{contributionId}/report`.
     * Needs the scope `account`.
     */
    readonly report: Call<"reviews.report">;
    /**
     * What waits for a moderator: new, changed or reported; the longest first: `GET /moderation-queue`.
     * Needs the scope `reviews:moderate`.
     */
    readonly queue: PagedCall<"reviews.queue">;
    /**
     * Publish or refuse it: `PUT /contributions/{contributionId}/decision`.
     * Of the version that was read; decided once more, the later decision counts.
     * Needs the scope `reviews:moderate`.
     */
    readonly decide: Call<"reviews.decide">;
  };
  /** Who is told by mail when something sold out is back. */
  readonly watches: {
    /**
     * Ask to be told at an address when a sold-out variant is back: `POST /inventory/{variantId}/watches`.
     * The address gets a mail with a link; it is told only if it says yes there. The answer does not tell whether it waits for the variant already.
     */
    readonly ask: Call<"watches.ask">;
    /**
     * Say yes, with the token from the mail: `POST /watches/confirmations`.
     */
    readonly confirm: Call<"watches.confirm">;
    /**
     * Wait no longer, with the token from a mail: `POST /watches/withdrawals`.
     * An unknown token is no error: then there is nothing left to end.
     */
    readonly withdraw: Call<"watches.withdraw">;
    /**
     * What one waits for, the newest first: `GET /users/me/watches`.
     * Needs the scope `account`.
     */
    readonly own: Call<"watches.own">;
    /**
     * Be told when a sold-out variant is back, at one's own address: `PUT /users/me/watches/{variantId}`.
     * Needs the scope `account`.
     */
    readonly setOwn: Call<"watches.setOwn">;
    /**
     * Wait for it no longer: `DELETE /users/me/watches/{variantId}`.
     * Needs the scope `account`.
     */
    readonly removeOwn: Call<"watches.removeOwn">;
  };
  /** What somebody keeps in mind, and shows to others if they like. */
  readonly wishlist: {
    /**
     * What is on one's wish list: `GET /users/me/wishlist`.
     * Needs the scope `account`.
     */
    readonly get: Call<"wishlist.get">;
    /**
     * The products on one's wish list, with prices and stock of the moment: `GET /users/me/wishlist/items`.
     * Needs the scope `account`.
     */
    readonly items: PagedCall<"wishlist.items">;
    /**
     * Put a product on the wish list: `PUT /users/me/wishlist/items/{productId}`.
     * Again changes nothing.
     * Needs the scope `account`.
     */
    readonly add: Call<"wishlist.add">;
    /**
     * Take a product off the wish list: `DELETE /users/me/wishlist/items/{productId}`.
     * Again changes nothing.
     * Needs the scope `account`.
     */
    readonly remove: Call<"wishlist.remove">;
    /**
     * Add what was gathered before signing in: `POST /users/me/wishlist/merges`.
     * All of it, each once, or nothing where that would be too much.
     * Needs the scope `account`.
     */
    readonly merge: Call<"wishlist.merge">;
    /**
     * Let whoever has its link read the wish list: `PUT /users/me/wishlist/share`.
     * Again changes nothing: the link stays.
     * Needs the scope `account`.
     */
    readonly share: Call<"wishlist.share">;
    /**
     * Revoke the link; the next one is another: `DELETE /users/me/wishlist/share`.
     * Needs the scope `account`.
     */
    readonly unshare: Call<"wishlist.unshare">;
    /**
     * A wish list by its link: `GET /wishlists/{token}`.
     */
    readonly shared: PagedCall<"wishlist.shared">;
  };
  /** What opens at a time, and the line of those who want it. */
  readonly drops: {
    /**
     * When a drop opens, and what is left of it: `GET /drops/{handle}`.
     */
    readonly get: Call<"drops.get">;
    /**
     * Take a place in a drop's line, or keep it: `PUT /drops/{handle}/places/{key}`.
     * Ask again before 30 seconds are over, with the ticket of the answer: who does not has left. With `wait` the answer comes when something is new. Who is `in` has a pass for their cart until `until`.
     */
    readonly takePlace: Call<"drops.takePlace">;
    /**
     * Leave a drop's line: the next one moves up: `DELETE /drops/{handle}/places/{key}`.
     */
    readonly leavePlace: Call<"drops.leavePlace">;
  };
  /** What shoppers are asked, if they agreed to it, and say. */
  readonly feedback: {
    /**
     * What somebody is asked, with the token from the mail: `GET /surveys/{token}`.
     * When it was answered, it says so, and not what.
     */
    readonly get: Call<"feedback.get">;
    /**
     * Answer it, once: `POST /surveys/{token}/answers`.
     */
    readonly answer: Call<"feedback.answer">;
    /**
     * Be asked no more: takes back the consent of who got the mail: `POST /surveys/{token}/withdrawals`.
     * Good for as long as the survey is kept, answered or over.
     */
    readonly stop: Call<"feedback.stop">;
    /**
     * What was answered, the newest first, and added up: `GET /survey-answers`.
     * Needs the scope `feedback:read`.
     */
    readonly answers: PagedCall<"feedback.answers">;
    /**
     * What was answered to one survey: the one that `survey.answered` tells of: `GET /survey-answers/{surveyId}`.
     * Needs the scope `feedback:read`.
     */
    readonly getAnswer: Call<"feedback.getAnswer">;
  };
  /** Every change of stock, carts and orders, as it happens. */
  readonly live: {
    /**
     * Wait for a change of topics (long poll): `GET /live/poll`.
     */
    readonly poll: Call<"live.poll">;
    /**
     * Watch topics as server-sent events: `GET /live`.
     * Sends each topic's newest state, then `ready`, then every change. `reset`: forget what you had, snapshots follow. Resume with `Last-Event-ID` or `after`; 204 ends a watch for good. A user's cart is shown to that user alone, who sends a token.
     */
    readonly watch: StreamCall<"live.watch">;
  };
  /** Everything that happened, in one order, for other systems. */
  readonly events: {
    /**
     * Read the event log: pages, long poll, or a stream: `GET /events`.
     * Every change of the shop in one order, as CloudEvents. Keep `cursor` and send it as `after`. With `Accept: text/event-stream` the same events come as they happen; their ids are cursors, too. Delivery is at least once: know what you have had by its `id`.
     * Needs the scope `events:read`.
     */
    readonly list: Call<"events.list"> & { readonly stream: StreamCall<"events.list"> };
  };
  /** The same events, sent to your endpoint as they happen. */
  readonly webhooks: {
    /**
     * Have events sent to an endpoint: `POST /webhooks`.
     * Sends each event as a CloudEvent, signed by Standard Webhooks. Answer 2xx within 15 s; otherwise it is tried about ten times over three days. Events of one subject come in order. Answer 410 to end it.
     * Needs the scope `webhooks:write`.
     */
    readonly add: Call<"webhooks.add">;
    /**
     * List webhooks: `GET /webhooks`.
     * Needs the scope `webhooks:write`.
     */
    readonly list: PagedCall<"webhooks.list">;
    /**
     * Get a webhook: `GET /webhooks/{webhookId}`.
     * Needs the scope `webhooks:write`.
     */
    readonly get: Call<"webhooks.get">;
    /**
     * Change a webhook, disable or enable it: `PATCH /webhooks/{webhookId}`.
     * Needs the scope `webhooks:write`.
     */
    readonly update: Call<"webhooks.update">;
    /**
     * Remove a webhook: `DELETE /webhooks/{webhookId}`.
     * Needs the scope `webhooks:write`.
     */
    readonly remove: Call<"webhooks.remove">;
    /**
     * Make a new secret; the old one signs beside it for a while: `POST /webhooks/{webhookId}/secrets`.
     * Needs the scope `webhooks:write`.
     */
    readonly rotateSecret: Call<"webhooks.rotateSecret">;
    /**
     * What was and is to be sent, newest first: `GET /webhooks/{webhookId}/deliveries`.
     * Needs the scope `webhooks:write`.
     */
    readonly deliveries: PagedCall<"webhooks.deliveries">;
    /**
     * Send again: one event, or a part of the log: `POST /webhooks/{webhookId}/replay`.
     * Needs the scope `webhooks:write`.
     */
    readonly replay: Call<"webhooks.replay">;
    /**
     * Send a test event: `POST /webhooks/{webhookId}/test`.
     * Needs the scope `webhooks:write`.
     */
    readonly test: Call<"webhooks.test">;
  };
}
