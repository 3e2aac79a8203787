// Written from docs/openapi.json by `pnpm openapi`. Changes made here are lost.
export interface paths {
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List and search products */
        get: operations["catalog.list"];
        put?: never;
        /** Add a product */
        post: operations["catalog.addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a product */
        get: operations["catalog.get"];
        put?: never;
        post?: never;
        /**
         * Remove a product
         * @description Its handle and codes are free again. Orders keep what was ordered; carts say that it is not sold any more.
         */
        delete: operations["catalog.removeProduct"];
        options?: never;
        head?: never;
        /**
         * Change a product
         * @description What is left out stays. Lists are replaced whole; a variant is the same by its id or, without one, by its options.
         */
        patch: operations["catalog.changeProduct"];
        trace?: never;
    };
    "/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest products while typing */
        get: operations["catalog.suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/highlights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what sells now and what just came back
         * @description Of what can be bought now. Told by the last 20,000 movements of stock.
         */
        get: operations["catalog.highlights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the category tree */
        get: operations["catalog.categories"];
        put?: never;
        /** Add a category */
        post: operations["catalog.addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List collections */
        get: operations["catalog.collections"];
        put?: never;
        /** Add a collection */
        post: operations["catalog.addCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List regions with their tax and shipping */
        get: operations["catalog.regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{handle}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get all of a product: every region's prices, drafts too */
        get: operations["catalog.record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prices/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up to 1,000 prices
         * @description Each item is set or refused by itself; `results` are in the order of the items. Versions are those of products; one whose prices change gets one new version.
         */
        post: operations["catalog.setPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a category */
        get: operations["catalog.category"];
        put?: never;
        post?: never;
        /** Remove a category; its products stay */
        delete: operations["catalog.removeCategory"];
        options?: never;
        head?: never;
        /** Change a category */
        patch: operations["catalog.changeCategory"];
        trace?: never;
    };
    "/collections/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a collection */
        get: operations["catalog.collection"];
        put?: never;
        post?: never;
        /** Remove a collection; its products stay */
        delete: operations["catalog.removeCollection"];
        options?: never;
        head?: never;
        /** Change a collection */
        patch: operations["catalog.changeCollection"];
        trace?: never;
    };
    "/products/{handle}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a product's words in other languages */
        get: operations["catalog.productTranslations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{handle}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a product's words in another language
         * @description All of them: what is left out is told in English. The version is the product's, which gets a new one.
         */
        put: operations["catalog.setProductTranslation"];
        post?: never;
        /** Tell a product in English again */
        delete: operations["catalog.removeProductTranslation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/options/{name}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what an option and its values are called in another language */
        get: operations["catalog.optionTranslation"];
        /**
         * Set what an option and its values are called in another language
         * @description In the whole shop, since filters are. Names and values stay the keys that filters and variants have.
         */
        put: operations["catalog.setOptionTranslation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/regions/{region}/shipping-options/{shippingOptionId}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a way to ship is called in another language */
        get: operations["catalog.shippingTranslation"];
        /**
         * Set what a way to ship is called in another language
         * @description Checkouts tell it within half a minute; orders keep what they were told.
         */
        put: operations["catalog.setShippingTranslation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{handle}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a category's words in other languages */
        get: operations["catalog.categoryTranslations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{handle}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a category's words in another language
         * @description All of them: what is left out is told in English. The version is the category's.
         */
        put: operations["catalog.setCategoryTranslation"];
        post?: never;
        /** Tell a category in English again */
        delete: operations["catalog.removeCategoryTranslation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{handle}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a collection's words in other languages */
        get: operations["catalog.collectionTranslations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{handle}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a collection's words in another language
         * @description All of them: what is left out is told in English. The version is the collection's.
         */
        put: operations["catalog.setCollectionTranslation"];
        post?: never;
        /** Tell a collection in English again */
        delete: operations["catalog.removeCollectionTranslation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Availability of several variants */
        get: operations["inventory.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Availability of one variant */
        get: operations["inventory.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stock locations */
        get: operations["inventory.locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{variantId}/levels/{locationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what is on hand at a location */
        put: operations["inventory.setLevel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/levels/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set what is on hand of up to 1,000 levels
         * @description Each item is set or refused by itself; `results` are in the order of the items. A count that finds no difference changes nothing.
         */
        post: operations["inventory.setLevels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add or take stock, with a reason */
        post: operations["inventory.adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a cart
         * @description A user has one cart, and gets that one.
         */
        post: operations["cart.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/carts/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the priced cart */
        get: operations["cart.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change region, destination or language */
        patch: operations["cart.update"];
        trace?: never;
    };
    "/carts/{cartId}/lines/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a line to an exact quantity */
        put: operations["cart.setLine"];
        post?: never;
        /** Remove a line */
        delete: operations["cart.removeLine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/carts/{cartId}/promotions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give the cart a promotion code, in place of the one it has */
        put: operations["cart.setPromotion"];
        post?: never;
        /** Take a promotion code off the cart */
        delete: operations["cart.removePromotion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/carts/{cartId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply mergeable operations
         * @description Needs no precondition. Idempotent by (device, seq): an operation already applied is reported as a duplicate. Made offline, it can say what its device `observed`; then what was added elsewhere meanwhile is left alone.
         */
        post: operations["cart.applyOperations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/carts/{cartId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another cart into this one
         * @description For the moment of sign-in. Quantities add up, and what drops hold goes along; the other cart ends. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were: a refused one stays in the other cart.
         */
        post: operations["cart.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one's own cart
         * @description A user has one; it is changed at `/carts/{cartId}`, by this user alone.
         */
        get: operations["ownCart.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/cart/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a guest's cart into one's own
         * @description For the moment of sign-in: quantities add up, and the other cart ends; where there is no own cart it becomes that. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were.
         */
        post: operations["ownCart.claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold the cart's stock and start paying */
        post: operations["checkout.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts/{checkoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a checkout */
        get: operations["checkout.get"];
        put?: never;
        post?: never;
        /** Give the stock back */
        delete: operations["checkout.cancel"];
        options?: never;
        head?: never;
        /** Set e-mail, address, shipping option and gift message */
        patch: operations["checkout.update"];
        trace?: never;
    };
    "/checkouts/{checkoutId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay and place the order */
        post: operations["checkout.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an order by its unguessable id */
        get: operations["orders.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders, newest first
         * @description All of them with the scope; a user without it gets their own.
         */
        get: operations["orders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel before anything was sent: stock goes back, the payment is refunded */
        post: operations["orders.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what was sent */
        post: operations["orders.fulfil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that everything arrived */
        post: operations["orders.deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back an amount, what was paid for some units, or all that is left */
        post: operations["orders.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce what comes back */
        post: operations["orders.requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/returns/{returnId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a return arrived: stock goes up, and money back when asked for */
        post: operations["orders.receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel a return that has not arrived */
        delete: operations["orders.cancelReturn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register; a mail says how to go on */
        post: operations["accounts.signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail the link that confirms an address again */
        post: operations["accounts.sendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that sets a new password */
        post: operations["accounts.requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a new password with the token of such a link; all sessions end */
        put: operations["accounts.resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["accounts.me"];
        put?: never;
        post?: never;
        /**
         * Erase one's account and all that leads to oneself
         * @description Sessions and tokens end. Orders keep their figures, without name and addresses. What is still to be sent or being paid ends first. It can't be undone.
         */
        delete: operations["privacy.erase"];
        options?: never;
        head?: never;
        /** Change one's name */
        patch: operations["accounts.updateMe"];
        trace?: never;
    };
    "/users/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own addresses, the default first */
        get: operations["addresses.list"];
        put?: never;
        /** Keep an address */
        post: operations["addresses.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's addresses */
        get: operations["addresses.get"];
        put?: never;
        post?: never;
        /** Forget an address; of the others the newest becomes the default */
        delete: operations["addresses.remove"];
        options?: never;
        head?: never;
        /** Change an address, or make it the default */
        patch: operations["addresses.update"];
        trace?: never;
    };
    "/users/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one prefers and has agreed to */
        get: operations["preferences.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change preferences, or give and take back a consent */
        patch: operations["preferences.update"];
        trace?: never;
    };
    "/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A copy of all that is kept of oneself */
        get: operations["privacy.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All API clients and applications, newest first */
        get: operations["clients.list"];
        put?: never;
        /** Make an API client */
        post: operations["clients.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a client a new secret, told in this answer alone */
        put: operations["clients.renewSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a client have no tokens any more */
        delete: operations["clients.disable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients and staff did, newest first */
        get: operations["clients.actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an import; its file is sent next
         * @description Then `PUT /imports/{jobId}/file`. Follow it by `GET /imports/{jobId}`, or live as the topic `job:{jobId}`. Products and prices need the scope `catalog:write`, stock `inventory:write`.
         */
        post: operations["bulk.addImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import: how far it is */
        get: operations["bulk.getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an import; what was done stays done */
        post: operations["bulk.cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an export: all products, prices or stock of one moment
         * @description When it is `done`, `GET /exports/{jobId}/file` has it. Products and prices need the scope `catalog:write`, stock `inventory:read`.
         */
        post: operations["bulk.addExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export: how far it is */
        get: operations["bulk.getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an export */
        post: operations["bulk.cancelExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List promotions, newest first */
        get: operations["promotions.list"];
        put?: never;
        /** Make a code, or a promotion that applies by itself */
        post: operations["promotions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promotions/{promotionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a promotion */
        get: operations["promotions.get"];
        put?: never;
        post?: never;
        /** Take a promotion out of every cart; orders keep what they were told */
        delete: operations["promotions.delete"];
        options?: never;
        head?: never;
        /** Change when, how often and whether a promotion can be used */
        patch: operations["promotions.update"];
        trace?: never;
    };
    "/promotions/{promotionId}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a promotion is called in other languages */
        get: operations["promotions.translations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promotions/{promotionId}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a promotion is called in another language */
        put: operations["promotions.setTranslation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{handle}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews of a product, and how many stars it has */
        get: operations["reviews.list"];
        put?: never;
        /**
         * Review a product, once
         * @description It is public when a moderator has published it.
         */
        post: operations["reviews.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{handle}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions about a product, with their answers */
        get: operations["reviews.questions"];
        put?: never;
        /**
         * Ask about a product
         * @description It is public when a moderator has published it.
         */
        post: operations["reviews.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{contributionId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a question
         * @description With the scope it is the shop's answer and public at once; a user's is when a moderator has published it.
         */
        post: operations["reviews.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one wrote oneself, in whatever state it is, the newest first */
        get: operations["reviews.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contributions/{contributionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what one wrote; a moderator gets anybody's */
        get: operations["reviews.get"];
        put?: never;
        post?: never;
        /** Remove what one wrote, a question with its answers; a moderator anybody's */
        delete: operations["reviews.remove"];
        options?: never;
        head?: never;
        /** Change what one wrote; it is public again when a moderator has published it */
        patch: operations["reviews.change"];
        trace?: never;
    };
    "/contributions/{contributionId}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Find helpful what somebody else wrote */
        put: operations["reviews.vote"];
        post?: never;
        /** Take that back */
        delete: operations["reviews.unvote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contributions/{contributionId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell the moderators that something should not be public */
        put: operations["reviews.report"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a moderator: new, changed or reported; the longest first */
        get: operations["reviews.queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contributions/{contributionId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish or refuse it
         * @description Of the version that was read; decided once more, the later decision counts.
         */
        put: operations["reviews.decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{variantId}/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to be told at an address when a sold-out variant is back
         * @description The address gets a mail with a link; it is told only if it says yes there. The answer does not tell whether it waits for the variant already.
         */
        post: operations["watches.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watches/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes, with the token from the mail */
        post: operations["watches.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watches/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait no longer, with the token from a mail
         * @description An unknown token is no error: then there is nothing left to end.
         */
        post: operations["watches.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one waits for, the newest first */
        get: operations["watches.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/watches/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Be told when a sold-out variant is back, at one's own address */
        put: operations["watches.setOwn"];
        post?: never;
        /** Wait for it no longer */
        delete: operations["watches.removeOwn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/wishlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on one's wish list */
        get: operations["wishlist.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/wishlist/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products on one's wish list, with prices and stock of the moment */
        get: operations["wishlist.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/wishlist/items/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a product on the wish list
         * @description Again changes nothing.
         */
        put: operations["wishlist.add"];
        post?: never;
        /**
         * Take a product off the wish list
         * @description Again changes nothing.
         */
        delete: operations["wishlist.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/wishlist/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add what was gathered before signing in
         * @description All of it, each once, or nothing where that would be too much.
         */
        post: operations["wishlist.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/wishlist/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let whoever has its link read the wish list
         * @description Again changes nothing: the link stays.
         */
        put: operations["wishlist.share"];
        post?: never;
        /** Revoke the link; the next one is another */
        delete: operations["wishlist.unshare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wishlists/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wish list by its link */
        get: operations["wishlist.shared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drops/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a drop opens, and what is left of it */
        get: operations["drops.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drops/{handle}/places/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a place in a drop's line, or keep it
         * @description Ask again before 30 seconds are over, with the ticket of the answer: who does not has left. With `wait` the answer comes when something is new. Who is `in` has a pass for their cart until `until`.
         */
        put: operations["drops.takePlace"];
        post?: never;
        /** Leave a drop's line: the next one moves up */
        delete: operations["drops.leavePlace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody is asked, with the token from the mail
         * @description When it was answered, it says so, and not what.
         */
        get: operations["feedback.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{token}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer it, once */
        post: operations["feedback.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{token}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be asked no more: takes back the consent of who got the mail
         * @description Good for as long as the survey is kept, answered or over.
         */
        post: operations["feedback.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was answered, the newest first, and added up */
        get: operations["feedback.answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/survey-answers/{surveyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was answered to one survey: the one that `survey.answered` tells of */
        get: operations["feedback.getAnswer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wait for a change of topics (long poll) */
        get: operations["live.poll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event log: pages, long poll, or a stream
         * @description Every change of the shop in one order, as CloudEvents. Keep `cursor` and send it as `after`. With `Accept: text/event-stream` the same events come as they happen; their ids are cursors, too. Delivery is at least once: know what you have had by its `id`.
         */
        get: operations["events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["webhooks.list"];
        put?: never;
        /**
         * Have events sent to an endpoint
         * @description Sends each event as a CloudEvent, signed by Standard Webhooks. Answer 2xx within 15 s; otherwise it is tried about ten times over three days. Events of one subject come in order. Answer 410 to end it.
         */
        post: operations["webhooks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook */
        get: operations["webhooks.get"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["webhooks.remove"];
        options?: never;
        head?: never;
        /** Change a webhook, disable or enable it */
        patch: operations["webhooks.update"];
        trace?: never;
    };
    "/webhooks/{webhookId}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the old one signs beside it for a while */
        post: operations["webhooks.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was and is to be sent, newest first */
        get: operations["webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again: one event, or a part of the log */
        post: operations["webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch topics as server-sent events
         * @description Sends each topic's newest state, then `ready`, then every change. `reset`: forget what you had, snapshots follow. Resume with `Last-Event-ID` or `after`; 204 ends a watch for good. A user's cart is shown to that user alone, who sends a token.
         */
        get: operations["live.watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{jobId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send the file of an import
         * @description Any size up to 1 GB. What has arrived stays: who is cut off asks for `fileBytes` and sends the rest with `offset`; `more=true` says that it is not the last part. With the last part the import is queued.
         */
        put: operations["bulk.sendFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{jobId}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which rows of an import did not go in, and why */
        get: operations["bulk.listRefusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{jobId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the file of an export
         * @description It never changes, so that a download goes on with `Range` where it was cut off.
         */
        get: operations["bulk.getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountExport: {
            user: components["schemas"]["User"];
            addresses: components["schemas"]["SavedAddress"][];
            preferences: components["schemas"]["Preferences"];
            /** @description Each change, the oldest first */
            consents: {
                isGiven: boolean;
                textVersion: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                at: string;
                /** @enum {string} */
                purpose: "marketing" | "surveys";
            }[];
            cart: components["schemas"]["Cart"] | null;
            orders: components["schemas"]["Order"][];
            /** @description Those that no order came of */
            checkouts: {
                id: string;
                state: string;
                email: string | null;
                shippingAddress: components["schemas"]["Address"] | null;
                giftMessage: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                createdAt: string;
            }[];
            sessions: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                expiresAt: string;
                address: string | null;
                userAgent: string | null;
            }[];
            passkeys: {
                name: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                createdAt: string;
            }[];
            /** @description That may act for the user */
            applications: {
                name: string;
                scopes: string[];
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                allowedAt: string;
            }[];
            /** @description Reviews, questions and answers, published or not */
            contributions: components["schemas"]["Contribution"][];
            /** @description What of others' writing they found helpful */
            votes: {
                contributionId: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                at: string;
            }[];
            reports: {
                contributionId: string;
                /** @enum {string} */
                reason: "spam" | "offensive" | "personal_data" | "off_topic" | "other";
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                at: string;
            }[];
            /** @description What they are to be told of when it is back */
            watches: components["schemas"]["StockWatch"][];
            /** @description null: nothing was ever put on it */
            wishlist: {
                /** @description Since when others may read it */
                sharedAt: string | null;
                items: {
                    productId: string;
                    title: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-01T09:30:00.000Z
                     */
                    addedAt: string;
                }[];
            } | null;
            /** @description What they are asked about, and what they said */
            surveys: {
                /** @description null: of a cart */
                orderNumber: string | null;
                /** @enum {string} */
                state: "planned" | "skipped" | "asked" | "answered";
                askedAt: string | null;
                rating: number | null;
                choice: string | null;
                comment: string | null;
                answeredAt: string | null;
            }[];
            /** @description What they did as staff */
            actions: components["schemas"]["Action"][];
        };
        Action: {
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            at: string;
            actor: {
                /** @enum {string} */
                kind: "client" | "user";
                id: string;
            };
            procedure: string;
            subjects: {
                [key: string]: string;
            };
            requestId: string;
            address: string;
        };
        ActionPage: {
            items: components["schemas"]["Action"][];
            nextCursor: string | null;
        };
        Address: {
            name: string;
            line1: string;
            line2?: string;
            city: string;
            postalCode: string;
            /** @description State, province or prefecture; US: the two-letter code */
            region?: string;
            country: string;
            phone?: string;
        };
        Answer: {
            id: string;
            body: string;
            /** @description That it is written in; null: its writer did not say */
            language: components["schemas"]["Language"] | null;
            displayName: string;
            /** @description The shop's own */
            isStaff: boolean;
            /** @description How many found it helpful */
            helpfulCount: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            publishedAt: string;
        };
        ApiClient: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "system" | "application";
            scopes: string[];
            isDisabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
        };
        ApiClientList: {
            items: components["schemas"]["ApiClient"][];
        };
        ApiClientSecret: {
            clientId: string;
            secret: string;
        };
        AppliedPromotion: {
            id: string;
            /** @description null: applies by itself */
            code: string | null;
            title: string;
            /** @description Off the goods; a part of `totals.discount` */
            reduction: components["schemas"]["Money"];
            freesShipping: boolean;
        };
        Availability: {
            variantId: string;
            /** @description Units that can be bought now over all locations; null: not counted */
            available: number | null;
            /** @description Grows with every change; an older one may be dropped */
            version: number;
            /** @description Per location, for callers with inventory:read */
            levels?: components["schemas"]["Level"][];
        };
        BatchAnswer: {
            results: components["schemas"]["BatchResult"][];
        };
        BatchResult: {
            /** @description Place of the item in the request */
            index: number;
            /**
             * @description 200: it is as it was asked for; else the status of its problem
             * @example 200
             */
            status: number;
            /** @description What it has now; null: nothing is there */
            version: number | null;
            problem: {
                /** @example inventory.version_mismatch */
                reason: string;
                detail: string;
                details?: {
                    [key: string]: unknown;
                };
            } | null;
        };
        Cart: {
            id: string;
            version: number;
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            /** @enum {string} */
            currency: "EUR" | "GBP" | "USD" | "JPY";
            /** @description What its titles are in, and those of the order that comes of it, with its mails */
            language: components["schemas"]["Language"];
            /** @description Where tax and shipping are estimated for */
            country: string;
            subdivision: string | null;
            /**
             * @description merged: its lines are in another cart, except those that had no room
             * @enum {string}
             */
            state: "active" | "ordered" | "merged";
            lines: components["schemas"]["CartLine"][];
            promotions: components["schemas"]["CartPromotion"][];
            totals: components["schemas"]["Totals"];
            taxInclusive: boolean;
            freeShippingFrom: components["schemas"]["Money"] | null;
        };
        CartLine: {
            variantId: string;
            productId: string;
            productHandle: string;
            title: string;
            variantTitle: string;
            sku: string | null;
            /**
             * @description Value by axis, in no order; the variant's title has the values in the product's
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            image: components["schemas"]["Image"] | null;
            hue: number;
            quantity: number;
            counter: components["schemas"]["Counter"];
            unitPrice: components["schemas"]["Money"];
            compareAt: components["schemas"]["Money"] | null;
            /** @description Before discount */
            total: components["schemas"]["Money"];
            /** @description This line's part of `totals.discount` */
            discount: components["schemas"]["Money"];
            /** @description Units that this cart can buy now; null: not counted */
            available: number | null;
            isTaxable: boolean;
            /** @description Set when the line holds stock (drops) */
            hold: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                expiresAt: string;
            } | null;
            notices: components["schemas"]["LineNotice"][];
        };
        CartOperation: {
            /** @constant */
            type: "add";
            seq: number;
            variantId: string;
            quantity: number;
        } | {
            /** @constant */
            type: "set";
            seq: number;
            variantId: string;
            quantity: number;
            /** @description The line's `counter` as the device last saw it ({} when it saw no line): units that were added elsewhere since are left alone. Without it the operation means what is there when it arrives */
            observed?: components["schemas"]["Counter"];
        } | {
            /** @constant */
            type: "remove";
            seq: number;
            variantId: string;
            /** @description The line's `counter` as the device last saw it ({} when it saw no line): units that were added elsewhere since are left alone. Without it the operation means what is there when it arrives */
            observed?: components["schemas"]["Counter"];
        };
        CartPromotion: {
            id: string;
            /** @description null: applies by itself */
            code: string | null;
            title: string;
            discount: components["schemas"]["Discount"];
            minimumSubtotal: components["schemas"]["Money"] | null;
            /** @description false: refused, or another one takes more off */
            isApplied: boolean;
            /** @description Off the goods */
            reduction: components["schemas"]["Money"];
            freesShipping: boolean;
            refusal: components["schemas"]["PromotionRefusal"] | null;
        };
        Category: {
            id: string;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            description: string;
            hue: number;
            imageSrc: string | null;
            productCount: number;
            children: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
                description: string;
                hue: number;
                imageSrc: string | null;
                productCount: number;
            }[];
        };
        CategoryRecord: {
            id: string;
            version: number;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            description: string;
            position: number;
            hue: number;
            /** @description Handle of a top category; null: it is one */
            parent: string | null;
            imageSrc: string | null;
        };
        Checkout: {
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "paying" | "completed" | "expired" | "cancelled";
            cartId: string;
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            /** @enum {string} */
            currency: "EUR" | "GBP" | "USD" | "JPY";
            language: components["schemas"]["Language"];
            email: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
            shippingOptionId: string | null;
            shippingOptions: components["schemas"]["ShippingOption"][];
            /** @description Goes into the parcel */
            giftMessage: string | null;
            lines: components["schemas"]["CheckoutLine"][];
            /** @description Frozen when it starts */
            promotions: components["schemas"]["AppliedPromotion"][];
            totals: components["schemas"]["Totals"];
            taxInclusive: boolean;
            /**
             * Format: date-time
             * @description When the held stock goes back
             * @example 2026-03-01T09:30:00.000Z
             */
            expiresAt: string;
            /** @description The latest attempt */
            payment: {
                /** @enum {string} */
                state: "pending" | "requires_action" | "succeeded" | "declined" | "abandoned" | "refunded";
                failureReason: string | null;
                action: components["schemas"]["PaymentAction"] | null;
            } | null;
            /** @description What this shop can be paid with, the preferred one first */
            paymentProviders: {
                /** @enum {string} */
                name: "test" | "stripe";
                /** @description What a front end loads the provider's own form with */
                publishableKey: string | null;
            }[];
            orderId: string | null;
        };
        CheckoutLine: {
            variantId: string;
            productId: string;
            productHandle: string;
            title: string;
            variantTitle: string;
            sku: string | null;
            /**
             * @description Value by axis, in no order; the variant's title has the values in the product's
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            image: components["schemas"]["Image"] | null;
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            /** @description Before discount */
            total: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            /** @description Set when the price changed since it was put into the cart */
            priceBefore: components["schemas"]["Money"] | null;
        };
        CloudEvent: {
            /** @constant */
            specversion: "1.0";
            /** @description The same on every channel: what you have had, you know by it */
            id: string;
            /**
             * @description The API of the shop
             * @example https://shop.example/api/v1
             */
            source: string;
            /** @example meridian.order.placed */
            type: string;
            /** @description Id of what changed: an order, a cart, a variant */
            subject: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            data: {
                [key: string]: unknown;
            };
            /** @description Place in the event log: rises by one, without a gap */
            position: number;
            /** @description Of the subject, after the change; rises with each */
            version: number;
            /** @description W3C trace context of what caused it */
            traceparent?: string;
        };
        Collection: {
            id: string;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            description: string;
            hue: number;
            /** @description Set for a drop: when it opens */
            startsAt: string | null;
            /** @description Of a drop: so many shop at once; null: it has no line */
            admits: number | null;
            productCount: number;
        };
        CollectionRecord: {
            id: string;
            version: number;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            description: string;
            position: number;
            hue: number;
            /** @description Set for a drop: when it opens */
            startsAt: string | null;
            /** @description Of a drop: so many shop at once, the others wait in line; null: no line */
            admits: number | null;
        };
        CompletionResult: components["schemas"]["Order"] | {
            /** @constant */
            state: "requires_action";
            action: components["schemas"]["PaymentAction"];
            checkoutId: string;
        } | {
            /** @constant */
            state: "processing";
            checkoutId: string;
            retryAfterSeconds: number;
        };
        Consent: {
            isGiven: boolean;
            textVersion: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            at: string;
        };
        Contribution: {
            id: string;
            /** @enum {string} */
            kind: "review" | "question" | "answer";
            version: number;
            product: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
            };
            /** @description Of an answer: what it answers */
            question: {
                id: string;
                body: string;
            } | null;
            /** @description Of a review, as its title */
            rating: number | null;
            title: string | null;
            body: string;
            language: components["schemas"]["Language"] | null;
            displayName: string;
            isVerified: boolean;
            isStaff: boolean;
            /**
             * @description What is changed by its writer is pending again
             * @enum {string}
             */
            state: "pending" | "published" | "rejected";
            /** @description Why it was not published; to be changed, or let be */
            rejection: {
                /** @enum {string} */
                reason: "spam" | "offensive" | "personal_data" | "off_topic" | "other";
                note: string | null;
            } | null;
            publishedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description Units added and taken out again, by device. Send it back as `observed` of an operation to say what you saw; nothing in it needs to be understood */
        Counter: {
            [key: string]: [
                number,
                number
            ];
        };
        Decision: {
            /** @constant */
            type: "publish";
        } | {
            /** @constant */
            type: "reject";
            /** @enum {string} */
            reason: "spam" | "offensive" | "personal_data" | "off_topic" | "other";
            /** @description To the writer */
            note?: string;
        };
        /** @description free_shipping: the standard option's price */
        Discount: {
            /** @constant */
            type: "percentage";
            /** @description Hundredths of a percent: 1000 is 10 % */
            basisPoints: number;
        } | {
            /** @constant */
            type: "amount";
            amount: {
                amountMinor: number;
                /** @enum {string} */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            };
        } | {
            /** @constant */
            type: "free_shipping";
        };
        Done: {
            /** @constant */
            done: true;
        };
        Drop: {
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            startsAt: string;
            isOpen: boolean;
            /** @description So many shop at once; null: it has no line */
            admits: number | null;
            /** @description Units of all its pieces that can be bought now */
            available: number;
            /** @description Nothing is left; false as long as something in somebody's bag may come back */
            isSoldOut: boolean;
        };
        DropPlace: {
            /**
             * @description early: the drop is not open, and there is no line yet. in: buy until `until`; null: that is over, and something of it is held in the cart
             * @enum {string}
             */
            state: "early" | "waiting" | "in";
            /** @description Who comes before */
            ahead: number;
            /** @description All who wait */
            waiting: number;
            ticket: string;
            until: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description The server's clock as it answers
             * @example 2026-03-01T09:30:00.000Z
             */
            now: string;
            /** @description Units of all its pieces that can be bought now */
            available: number;
            /** @description Nothing is left; false as long as something in somebody's bag may come back */
            isSoldOut: boolean;
        };
        EventPage: {
            items: components["schemas"]["CloudEvent"][];
            /** @description What to send as `after` for what follows */
            cursor: string;
            /** @description More is there already; `items` may be empty when few events are of your types */
            hasMore: boolean;
        };
        Facet: {
            value: string;
            label: string;
            count: number;
            swatch?: string;
        };
        Facets: {
            categories: components["schemas"]["Facet"][];
            collections: components["schemas"]["Facet"][];
            options: {
                name: string;
                /** @description What it is called in the language asked for */
                label: string;
                values: components["schemas"]["Facet"][];
            }[];
            price: {
                min: components["schemas"]["Money"];
                max: components["schemas"]["Money"];
            } | null;
            /** @description How many have so many stars or more; from four down */
            ratings: {
                min: number;
                count: number;
            }[];
            /** @description How many can be bought now; an estimate of over 5,000 matches when options are chosen, too */
            inStock: number;
        };
        Highlights: {
            /** @description What sold most in the last seven days, the most units first */
            selling: components["schemas"]["ProductSummary"][];
            /** @description What was sold out and came back in the last seven days, the latest first */
            backInStock: components["schemas"]["ProductSummary"][];
        };
        Image: {
            /** @description An https URL; or /media/<handle>/<name>, to which -<width>.avif or -<width>.webp is appended */
            src: string;
            /** @description Widths that exist of a /media picture */
            widths: number[];
            alt: string;
            width: number | null;
            height: number | null;
            placeholder: string | null;
            variantId: string | null;
        };
        ImageRecord: {
            /** @example https://pictures.example/teapot.jpg */
            src: string;
            alt: string;
            /** @description Place in `variants` of the one that it shows */
            variant: number | null;
            /** @description Widths that exist of a /media picture */
            widths: number[];
            width: number | null;
            height: number | null;
            placeholder: string | null;
        };
        Job: {
            id: string;
            /** @enum {string} */
            kind: "import" | "export";
            /** @enum {string} */
            subject: "products" | "prices" | "stock";
            /** @enum {string} */
            format: "csv" | "ndjson";
            /**
             * @description `done`: to the end, also when some rows were refused
             * @enum {string}
             */
            state: "awaiting_file" | "queued" | "running" | "done" | "failed" | "cancelled";
            version: number;
            /** @description Of the file: what has arrived (import), or has been written (export) */
            fileBytes: number;
            /** @description Of an import's file: what is done with */
            doneBytes: number;
            rows: {
                read: number;
                changed: number;
                unchanged: number;
                refused: number;
            };
            /** @description Why the whole of it could not be done */
            failure: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
            finishedAt: string | null;
        };
        /**
         * @description ISO 639-1. What is not translated is told in English, field by field
         * @enum {string}
         */
        Language: "en" | "de" | "ja";
        Level: {
            variantId: string;
            locationId: string;
            onHand: number;
            /** @description Of what is on hand, promised to open checkouts */
            held: number;
            /** @description onHand - held */
            available: number;
            version: number;
        };
        LineNotice: {
            /** @constant */
            type: "out_of_stock";
            available: number;
        } | {
            /** @constant */
            type: "price_changed";
            before: components["schemas"]["Money"];
        } | {
            /** @constant */
            type: "not_sold_here";
        } | {
            /** @constant */
            type: "hold_expired";
        };
        LiveFrame: {
            /** @constant */
            kind: "stock";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: {
                variantId: string;
                /** @description Units that can be bought now over all locations; null: not counted */
                available: number | null;
                /** @description Grows with every change; an older one may be dropped */
                version: number;
            };
        } | {
            /** @constant */
            kind: "cart";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: components["schemas"]["Cart"] | null;
        } | {
            /** @constant */
            kind: "order";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: components["schemas"]["Order"] | null;
        } | {
            /** @constant */
            kind: "product";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: {
                productId: string;
            };
        } | {
            /** @constant */
            kind: "job";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: components["schemas"]["Job"];
        } | {
            /** @constant */
            kind: "wishlist";
            /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}` */
            topic: string;
            version: number;
            state: components["schemas"]["Wishlist"] | null;
        } | {
            /** @constant */
            kind: "reset";
        } | {
            /** @constant */
            kind: "ready";
        };
        Location: {
            id: string;
            name: string;
            country: string;
            homeRegion: string;
        };
        /** @description A mail with the next step is on its way to this address */
        MailSent: {
            email: string;
        };
        MergeOutcome: {
            variantId: string;
            /** @enum {string} */
            status: "applied" | "adjusted" | "refused";
            reason?: string;
            details?: {
                [key: string]: unknown;
            };
        };
        MergeResult: {
            cart: components["schemas"]["Cart"];
            outcomes: components["schemas"]["MergeOutcome"][];
            version: number;
        };
        ModerationQueue: {
            items: components["schemas"]["QueuedContribution"][];
            nextCursor: string | null;
        };
        Money: {
            /**
             * @description Amount in the currency's minor unit
             * @example 1999
             */
            amountMinor: number;
            /** @enum {string} */
            currency: "EUR" | "GBP" | "USD" | "JPY";
        };
        OperationOutcome: {
            seq: number;
            /** @enum {string} */
            status: "applied" | "adjusted" | "duplicate" | "refused";
            reason?: string;
            details?: {
                [key: string]: unknown;
            };
        };
        OperationsResult: {
            cart: components["schemas"]["Cart"];
            outcomes: components["schemas"]["OperationOutcome"][];
            version: number;
        };
        OptionTranslation: {
            /** @example Material */
            name: string;
            /**
             * @description Another one than English, which is the product's or category's own
             * @example de
             * @enum {string}
             */
            language: "de" | "ja";
            /** @description What the option is called */
            label: string | null;
            /**
             * @description What its values are called; one that is left out keeps its own name
             * @example {
             *       "Sage": "Salbei"
             *     }
             */
            values: {
                [key: string]: string;
            };
        };
        Order: {
            id: string;
            /** @example M-100001 */
            number: string;
            /** @enum {string} */
            state: "placed" | "paid" | "partly_fulfilled" | "fulfilled" | "delivered" | "cancelled";
            version: number;
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            /** @enum {string} */
            currency: "EUR" | "GBP" | "USD" | "JPY";
            /** @description What it was placed in: its titles, and its mails */
            language: components["schemas"]["Language"];
            email: string;
            shippingAddress: components["schemas"]["Address"];
            shippingOption: {
                id: string;
                label: string;
            };
            /** @description Goes into the parcel */
            giftMessage: string | null;
            lines: components["schemas"]["OrderLine"][];
            promotions: components["schemas"]["AppliedPromotion"][];
            totals: components["schemas"]["Totals"];
            /** @enum {string} */
            paymentState: "pending" | "paid" | "partly_refunded" | "refunded";
            refunded: components["schemas"]["Money"];
            /** @description What is left of the payment, less what is owed back */
            refundable: components["schemas"]["Money"];
            refunds: components["schemas"]["Refund"][];
            returns: components["schemas"]["OrderReturn"][];
            taxInclusive: boolean;
            canCancel: boolean;
            timeline: components["schemas"]["TimelineEntry"][];
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            placedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        OrderLine: {
            variantId: string;
            productId: string;
            productHandle: string;
            title: string;
            variantTitle: string;
            sku: string | null;
            /**
             * @description Value by axis, in no order; the variant's title has the values in the product's
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            image: components["schemas"]["Image"] | null;
            quantity: number;
            fulfilledQuantity: number;
            /** @description Of what was sent, what came back or is to come back */
            returnedQuantity: number;
            /** @description Units that were refunded as such */
            refundedQuantity: number;
            unitPrice: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            nextCursor: string | null;
        };
        OrderReturn: {
            id: string;
            /** @enum {string} */
            state: "requested" | "received" | "cancelled";
            lines: {
                variantId: string;
                quantity: number;
            }[];
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        OwnContributionPage: {
            items: components["schemas"]["Contribution"][];
            nextCursor: string | null;
            /** @description What others wrote about the product that one found helpful; empty without one */
            helpful: string[];
        };
        /** @description What the shopper has to do before the payment can succeed */
        PaymentAction: {
            /** @constant */
            type: "redirect";
            url: string;
        };
        PollResult: {
            frames: components["schemas"]["LiveFrame"][];
            cursor: string;
        };
        Preferences: {
            version: number;
            region: ("eu" | "uk" | "us" | "jp") | null;
            /** @description The region's */
            currency: ("EUR" | "GBP" | "USD" | "JPY") | null;
            locale: string | null;
            /** @description null: never asked, which is a no */
            marketing: components["schemas"]["Consent"] | null;
            /** @description To be asked by mail how an order was; null: never asked, which is a no */
            surveys: components["schemas"]["Consent"] | null;
        };
        /** @description Why a request was refused. Decide by `reason`; the other texts are for people. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Leads to the reason's text
             */
            type: string;
            title: string;
            status: number;
            /** @description One sentence for people; may change */
            detail: string;
            /** Format: uri-reference */
            instance: string;
            requestId: string;
            /** @description Stable: what to decide by */
            reason: string;
            /** @description What belongs to the reason */
            details?: Record<string, never>;
            /** @description Fields that are wrong */
            errors?: {
                /** @description JSON pointer into the input (RFC 6901) */
                pointer: string;
                message: string;
            }[];
        };
        Product: {
            id: string;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            subtitle: string;
            vendor: string;
            /** @description OKLCH hue of its stage, 0-359 */
            hue: number;
            /** @description Lowest price of its variants */
            price: components["schemas"]["Money"];
            compareAt: components["schemas"]["Money"] | null;
            priceVaries: boolean;
            /** @description A drop: adding it to a cart holds it */
            holdOnAdd: boolean;
            image: components["schemas"]["Image"] | null;
            hoverImage: components["schemas"]["Image"] | null;
            variants: components["schemas"]["Variant"][];
            /** @description null: no review yet */
            rating: components["schemas"]["Rating"] | null;
            version: number;
            description: string;
            details: string[];
            tags: string[];
            options: {
                name: string;
                /** @description What it is called in the language asked for */
                label: string;
                values: {
                    value: string;
                    swatch?: string;
                    /** @description What it is called in the language asked for */
                    label: string;
                }[];
            }[];
            images: components["schemas"]["Image"][];
            /** @description From the top down: breadcrumbs */
            categories: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
            }[];
            collections: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
            }[];
            publishedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        ProductPage: {
            items: components["schemas"]["ProductSummary"][];
            nextCursor: string | null;
            /** @description Matches in all, on the first page only; null also when a huge list could not be counted in time */
            total: number | null;
            /** @description On the first page only. A facet's counts ignore that facet's own filter, so that others can be chosen */
            facets: components["schemas"]["Facets"] | null;
            /** @description Set when nothing matched the words as typed and these did */
            correctedTo: string | null;
        };
        ProductRecord: {
            id: string;
            version: number;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            subtitle: string;
            description: string;
            details: string[];
            vendor: string;
            productType: string;
            tags: string[];
            /**
             * @description Shoppers see active products only
             * @enum {string}
             */
            status: "draft" | "active" | "archived";
            /** @description A drop: adding it to a cart holds it */
            holdOnAdd: boolean;
            hue: number;
            /** @description Handles */
            categories: string[];
            /** @description Handles */
            collections: string[];
            options: {
                name: string;
                values: {
                    value: string;
                    swatch?: string;
                }[];
            }[];
            variants: components["schemas"]["VariantRecord"][];
            images: components["schemas"]["ImageRecord"][];
            publishedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        ProductSummary: {
            id: string;
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            title: string;
            subtitle: string;
            vendor: string;
            /** @description OKLCH hue of its stage, 0-359 */
            hue: number;
            /** @description Lowest price of its variants */
            price: components["schemas"]["Money"];
            compareAt: components["schemas"]["Money"] | null;
            priceVaries: boolean;
            /** @description A drop: adding it to a cart holds it */
            holdOnAdd: boolean;
            image: components["schemas"]["Image"] | null;
            hoverImage: components["schemas"]["Image"] | null;
            variants: components["schemas"]["Variant"][];
            /** @description null: no review yet */
            rating: components["schemas"]["Rating"] | null;
            version: number;
        };
        ProductTranslations: {
            id: string;
            /** @description Of what is translated */
            version: number;
            items: {
                /**
                 * @description Another one than English, which is the product's or category's own
                 * @example de
                 * @enum {string}
                 */
                language: "de" | "ja";
                title: string | null;
                subtitle: string | null;
                description: string | null;
                details: string[] | null;
                /**
                 * @description What pictures show, by their `src`
                 * @example {
                 *       "https://pictures.example/teapot.jpg": "Teekanne in Salbei"
                 *     }
                 */
                alts: {
                    [key: string]: string;
                };
            }[];
        };
        Promotion: {
            id: string;
            /** @description null: applies by itself */
            code: string | null;
            title: string;
            discount: components["schemas"]["Discount"];
            minimumSubtotal: components["schemas"]["Money"] | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            startsAt: string;
            endsAt: string | null;
            useLimit: number | null;
            useLimitPerEmail: number | null;
            /** @description By orders, and by checkouts being paid */
            uses: number;
            isActive: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        PromotionPage: {
            items: components["schemas"]["Promotion"][];
            nextCursor: string | null;
        };
        PromotionRefusal: {
            /** @constant */
            reason: "promotions.not_started";
            details: {
                code: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                startsAt: string;
            };
        } | {
            /** @constant */
            reason: "promotions.expired";
            details: {
                code: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                endsAt: string;
            };
        } | {
            /** @constant */
            reason: "promotions.used_up";
            details: {
                code: string;
                /** @enum {string} */
                limit: "total" | "email";
            };
        } | {
            /** @constant */
            reason: "promotions.not_applicable";
            details: {
                code: string | null;
                minimumSubtotal: components["schemas"]["Money"] | null;
                /**
                 * @description The one that it applies in
                 * @enum {string}
                 */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            };
        };
        PromotionTranslations: {
            promotionId: string;
            /** @description The promotion's */
            version: number;
            items: {
                /**
                 * @example de
                 * @enum {string}
                 */
                language: "de" | "ja";
                title: string;
            }[];
        };
        Question: {
            id: string;
            body: string;
            /** @description That it is written in; null: its writer did not say */
            language: components["schemas"]["Language"] | null;
            displayName: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            publishedAt: string;
            /** @description The shop's first, then the most helpful; 20 at most */
            answers: components["schemas"]["Answer"][];
        };
        QuestionPage: {
            productId: string;
            items: components["schemas"]["Question"][];
            nextCursor: string | null;
            total: number;
        };
        QueuedContribution: {
            id: string;
            /** @enum {string} */
            kind: "review" | "question" | "answer";
            version: number;
            product: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
            };
            /** @description Of an answer: what it answers */
            question: {
                id: string;
                body: string;
            } | null;
            /** @description Of a review, as its title */
            rating: number | null;
            title: string | null;
            body: string;
            language: components["schemas"]["Language"] | null;
            displayName: string;
            isVerified: boolean;
            isStaff: boolean;
            /**
             * @description What is changed by its writer is pending again
             * @enum {string}
             */
            state: "pending" | "published" | "rejected";
            /** @description Why it was not published; to be changed, or let be */
            rejection: {
                /** @enum {string} */
                reason: "spam" | "offensive" | "personal_data" | "off_topic" | "other";
                note: string | null;
            } | null;
            publishedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description Written, changed, or first reported
             * @example 2026-03-01T09:30:00.000Z
             */
            queuedAt: string;
            /** @description Of what is public: why it is reported */
            reports: ("spam" | "offensive" | "personal_data" | "off_topic" | "other")[];
        };
        Rating: {
            /**
             * @description Stars, to one decimal
             * @example 4.3
             */
            average: number;
            /** @description Of published reviews */
            count: number;
        };
        RatingSummary: {
            /** @description To one decimal; null: no review yet */
            average: number | null;
            count: number;
            /** @description From five stars down to one */
            distribution: {
                stars: number;
                count: number;
            }[];
        };
        Refund: {
            id: string;
            amount: components["schemas"]["Money"];
            /**
             * @description owed until the payment provider has confirmed it, or refused it for good: then the same can be refunded anew
             * @enum {string}
             */
            state: "owed" | "done" | "refused";
            /** @description Why it is refused, in the provider's words */
            failureReason: string | null;
            /** @enum {string} */
            reason: "order_cancelled" | "sold_out" | "returned" | "damaged" | "goodwill" | "other";
            note: string | null;
            /** @description null: not reckoned by the unit */
            lines: {
                variantId: string;
                quantity: number;
            }[] | null;
            returnId: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
        };
        Region: {
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            id: "eu" | "uk" | "us" | "jp";
            name: string;
            /** @enum {string} */
            currency: "EUR" | "GBP" | "USD" | "JPY";
            /** @description true: prices contain tax; false: tax is added */
            taxInclusive: boolean;
            /** @description ISO 3166-1 alpha-2; the first is the default */
            countries: string[];
            locale: string;
            taxRates: {
                country: string;
                subdivision: string;
                basisPoints: number;
            }[];
            shippingOptions: components["schemas"]["ShippingOption"][];
        };
        RegionPrice: {
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            /** @description In the region's currency */
            price: {
                /**
                 * @description Amount in the currency's minor unit
                 * @example 1999
                 */
                amountMinor: number;
                /** @enum {string} */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            };
            /** @description What it cost before; not less than now */
            compareAt: {
                /**
                 * @description Amount in the currency's minor unit
                 * @example 1999
                 */
                amountMinor: number;
                /** @enum {string} */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            } | null;
        };
        Review: {
            id: string;
            /**
             * @description Stars, 1 to 5
             * @example 5
             */
            rating: number;
            title: string;
            body: string;
            /** @description That it is written in; null: its writer did not say */
            language: components["schemas"]["Language"] | null;
            displayName: string;
            /** @description The writer had ordered the product */
            isVerified: boolean;
            /** @description How many found it helpful */
            helpfulCount: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            publishedAt: string;
        };
        ReviewPage: {
            productId: string;
            items: components["schemas"]["Review"][];
            nextCursor: string | null;
            /** @description Of all, whatever is asked for */
            summary: components["schemas"]["RatingSummary"];
        };
        SavedAddress: {
            id: string;
            version: number;
            address: components["schemas"]["Address"];
            /** @description Exactly one is, where there are any */
            isDefault: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        SavedAddressList: {
            items: components["schemas"]["SavedAddress"][];
        };
        SharedWishPage: {
            /** @description What of it is sold in the region, the last added first */
            items: components["schemas"]["ProductSummary"][];
            nextCursor: string | null;
        };
        ShelfTranslations: {
            /**
             * @description URL name: lower case, unique, stable
             * @example tide-teapot
             */
            handle: string;
            /** @description Of what is translated */
            version: number;
            items: {
                /**
                 * @description Another one than English, which is the product's or category's own
                 * @example de
                 * @enum {string}
                 */
                language: "de" | "ja";
                title: string | null;
                description: string | null;
            }[];
        };
        ShippingOption: {
            id: string;
            label: string;
            price: components["schemas"]["Money"];
            /** @description Free from this subtotal on */
            freeFrom: components["schemas"]["Money"] | null;
            minDays: number;
            maxDays: number;
        };
        ShippingTranslation: {
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            shippingOptionId: string;
            /**
             * @description Another one than English, which is the product's or category's own
             * @example de
             * @enum {string}
             */
            language: "de" | "ja";
            /** @description null: told in English */
            label: string | null;
        };
        StockWatch: {
            id: string;
            variantId: string;
            product: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
                hue: number;
                image: components["schemas"]["Image"] | null;
            };
            variantTitle: string;
            /**
             * @description Value by axis, in no order; the variant's title has the values in the product's
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            /**
             * @description Of the mail
             * @enum {string}
             */
            language: "en" | "de" | "ja";
            /**
             * @description Market: currency, tax and shipping
             * @enum {string}
             */
            region: "eu" | "uk" | "us" | "jp";
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
        };
        StockWatches: {
            items: components["schemas"]["StockWatch"][];
        };
        Suggestions: {
            products: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
                price: components["schemas"]["Money"];
                /** @description Whether other variants cost more */
                priceVaries: boolean;
                hue: number;
                image: components["schemas"]["Image"] | null;
            }[];
            categories: {
                id: string;
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
                title: string;
            }[];
            /** @description How many products fit; about, of thousands */
            total: number;
            /** @description Set when nothing matched the words as typed and these did */
            correctedTo: string | null;
        };
        Survey: {
            id: string;
            /**
             * @description What it is about: an order that was sent, or a cart that was left
             * @enum {string}
             */
            kind: "order" | "cart";
            /** @enum {string} */
            state: "open" | "answered";
            /** @description What its words are in */
            language: components["schemas"]["Language"];
            /** @description null: of a cart */
            orderNumber: string | null;
            /** @description What was bought, or left */
            items: {
                title: string;
                image: components["schemas"]["Image"] | null;
            }[];
            questions: {
                rating: {
                    text: string;
                    /** @description Of 1, 2, 3, 4 and 5 */
                    labels: string[];
                };
                choice: {
                    text: string;
                    options: {
                        /** @enum {string} */
                        value: "goods" | "delivery" | "packaging" | "price" | "ordering" | "nothing" | "shipping" | "delivery_time" | "payment" | "later" | "elsewhere" | "other";
                        label: string;
                    }[];
                };
                comment: {
                    text: string;
                    maxLength: number;
                };
            };
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            expiresAt: string;
            answeredAt: string | null;
        };
        SurveyAnswer: {
            surveyId: string;
            /** @description null: of a cart */
            orderNumber: string | null;
            language: components["schemas"]["Language"];
            rating: number;
            choice: ("goods" | "delivery" | "packaging" | "price" | "ordering" | "nothing" | "shipping" | "delivery_time" | "payment" | "later" | "elsewhere" | "other") | null;
            comment: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            answeredAt: string;
        };
        SurveyAnswerPage: {
            /** @description The newest first */
            items: components["schemas"]["SurveyAnswer"][];
            nextCursor: string | null;
            /** @description Of all, not of this page alone; as they were for the first page */
            results: components["schemas"]["SurveyResults"];
        };
        SurveyResults: {
            asked: number;
            answered: number;
            /** @description To one decimal; null: no answer */
            average: number | null;
            /** @description From 5 down to 1 */
            distribution: {
                rating: number;
                count: number;
            }[];
            /** @description Those that were made, the most frequent first */
            choices: {
                /** @enum {string} */
                choice: "goods" | "delivery" | "packaging" | "price" | "ordering" | "nothing" | "shipping" | "delivery_time" | "payment" | "later" | "elsewhere" | "other";
                count: number;
            }[];
        };
        SurveysStopped: {
            /** @description false: the consent was taken back before */
            hasChanged: boolean;
        };
        TimelineEntry: {
            /** @enum {string} */
            type: "placed" | "paid" | "fulfilled" | "delivered" | "cancelled" | "refund_requested" | "refunded" | "refund_refused" | "return_requested" | "return_received" | "return_cancelled" | "erased";
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            at: string;
            data: {
                [key: string]: unknown;
            };
        };
        Totals: {
            /** @description Sum of the lines before discount */
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            /** @description Contained in total where prices include tax, else added */
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        User: {
            id: string;
            version: number;
            email: string;
            name: string;
            /** @enum {string} */
            role: "shopper" | "staff" | "admin";
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
        };
        Variant: {
            id: string;
            sku: string | null;
            title: string;
            /**
             * @description Value by axis, in no order; the variant's title has the values in the product's
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            price: components["schemas"]["Money"];
            /** @description What it cost before */
            compareAt: components["schemas"]["Money"] | null;
            /** @description Units that can be bought now; null: not counted, always sells */
            available: number | null;
        };
        VariantRecord: {
            id: string;
            /** @description Unique in the shop */
            sku: string | null;
            barcode: string | null;
            title: string;
            /**
             * @description One value for each option of the product
             * @example {
             *       "Color": "Sage",
             *       "Size": "Large"
             *     }
             */
            options: {
                [key: string]: string;
            };
            weightGrams: number;
            requiresShipping: boolean;
            taxable: boolean;
            /** @description false: stock is not counted, it always sells */
            isTracked: boolean;
            /** @description No price: not sold in that region */
            prices: components["schemas"]["RegionPrice"][];
        };
        Vote: {
            contributionId: string;
            helpfulCount: number;
            /** @description To who asks */
            isHelpful: boolean;
        };
        WatchAsked: {
            variantId: string;
            /**
             * @description Whatever the address waits for already: only its mailbox knows
             * @constant
             */
            state: "unconfirmed";
        };
        WatchWithdrawn: {
            /** @description Watches that ended now */
            ended: number;
        };
        Webhook: {
            id: string;
            /** @example https://erp.example/meridian */
            url: string;
            /** @description Events of these types only; none named: all */
            types: string[];
            description: string;
            /** @enum {string} */
            state: "enabled" | "disabled";
            /** @description `gone`: the endpoint answered 410 */
            disabledReason: ("asked" | "gone") | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
        };
        WebhookDelivery: {
            id: string;
            webhookId: string;
            eventId: string;
            /** @example meridian.order.placed */
            type: string;
            subject: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed" | "cancelled";
            nextAttemptAt: string | null;
            attempts: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                at: string;
                durationMs: number;
                status: number | null;
                error: string | null;
                /** @description The first 1,000 characters of what was answered */
                response: string | null;
            }[];
            /** @description The first 2,000 characters of what is sent */
            body: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            settledAt: string | null;
        };
        WebhookWithSecret: {
            id: string;
            /** @example https://erp.example/meridian */
            url: string;
            /** @description Events of these types only; none named: all */
            types: string[];
            description: string;
            /** @enum {string} */
            state: "enabled" | "disabled";
            /** @description `gone`: the endpoint answered 410 */
            disabledReason: ("asked" | "gone") | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            updatedAt: string;
            /**
             * @description Signs what is sent. Shown here and never again
             * @example whsec_...
             */
            secret: string;
        };
        Wish: {
            productId: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:30:00.000Z
             */
            addedAt: string;
            /** @description null: not sold in the region at the moment */
            product: components["schemas"]["ProductSummary"] | null;
        };
        WishPage: {
            items: components["schemas"]["Wish"][];
            nextCursor: string | null;
            total: number;
        };
        Wishlist: {
            /** @description null: nothing was ever put on it */
            id: string | null;
            version: number;
            /** @description The last added first */
            productIds: string[];
            /** @description null: nobody else can read it */
            share: {
                /** @description Unguessable: whoever has it may read the list */
                token: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                sharedAt: string;
            } | null;
        };
        /**
         * Another address
         * @description An account is erased by who names its e-mail address. Nothing was erased.
         */
        "problem.accounts.address_differs": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "accounts.address_differs";
        };
        /**
         * Account has changed
         * @description The account was changed elsewhere first. `current` is what it is now; decide again with its ETag.
         */
        "problem.accounts.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "accounts.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * No such address
         * @description The user keeps no address with this id.
         */
        "problem.addresses.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "addresses.not_found";
            details: {
                addressId: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of the address that you last saw.
         */
        "problem.addresses.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "addresses.precondition_required";
        };
        /**
         * Too many addresses
         * @description An account keeps at most `details.max` addresses. Remove one first.
         */
        "problem.addresses.too_many": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "addresses.too_many";
            details: {
                max: number;
            };
        };
        /**
         * Address has changed
         * @description The address was changed elsewhere first. `current` is what it is now; decide again with its ETag.
         */
        "problem.addresses.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "addresses.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Address not confirmed
         * @description The account's address is not confirmed yet. Follow the link in the mail, or ask for another one.
         */
        "problem.auth.email_not_verified": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @constant */
            reason?: "auth.email_not_verified";
        };
        /**
         * Link not valid
         * @description A link from a mail is good once, and not for long. Ask for a new one.
         */
        "problem.auth.link_invalid": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "auth.link_invalid";
        };
        /**
         * Scope missing
         * @description The access token is valid but lacks the scope in `details.scope`.
         */
        "problem.auth.scope_missing": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @constant */
            reason?: "auth.scope_missing";
            details: {
                scope: string;
            };
        };
        /**
         * Token not valid
         * @description The access token is not known or no longer valid. A request with a wrong token is refused even where none is needed.
         */
        "problem.auth.token_invalid": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @constant */
            reason?: "auth.token_invalid";
        };
        /**
         * Token required
         * @description This needs an access token: `Authorization: Bearer ...`.
         */
        "problem.auth.token_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @constant */
            reason?: "auth.token_required";
        };
        /**
         * Too many attempts
         * @description Signing in and asking for tokens is limited: at most `details.limit` in `details.seconds`. `Retry-After` says when to go on.
         */
        "problem.auth.too_many_attempts": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 429;
            /** @constant */
            reason?: "auth.too_many_attempts";
            details: {
                limit: number;
                seconds: number;
            };
        };
        /**
         * A user's own
         * @description This belongs to a user. Ask with a token that a user gave to your application (authorization code), not with the client's own.
         */
        "problem.auth.user_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @constant */
            reason?: "auth.user_required";
        };
        /**
         * No such job
         * @description There is no import or export with this id; what ended is removed after a while.
         */
        "problem.bulk.job_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "bulk.job_not_found";
            details: {
                jobId: string;
            };
        };
        /**
         * Somebody else sends
         * @description While this part came, another request began to send the job's file; nothing more of this one was taken.
         */
        "problem.bulk.other_sender": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "bulk.other_sender";
        };
        /**
         * Wrong offset
         * @description A part of a file begins where the one before ended: `details.fileBytes` have arrived. Send from there, or the whole from 0.
         */
        "problem.bulk.wrong_offset": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "bulk.wrong_offset";
            details: {
                fileBytes: number;
            };
        };
        /**
         * Not possible now
         * @description What was asked for does not go with the job's state, which is `details.state`.
         */
        "problem.bulk.wrong_state": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "bulk.wrong_state";
            details: {
                /**
                 * @description `done`: to the end, also when some rows were refused
                 * @enum {string}
                 */
                state: "awaiting_file" | "queued" | "running" | "done" | "failed" | "cancelled";
            };
        };
        /**
         * Country not served
         * @description The cart's region does not ship to this country.
         */
        "problem.cart.country_not_served": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "cart.country_not_served";
            details: {
                country: string;
            };
        };
        /**
         * No cart yet
         * @description The user has no cart, or it has become an order. `POST /carts` makes one.
         */
        "problem.cart.none": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "cart.none";
        };
        /**
         * Cart is closed
         * @description The cart has become an order. Make a new one.
         */
        "problem.cart.not_active": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "cart.not_active";
            details: {
                cartId: string;
            };
        };
        /**
         * No such cart
         * @description There is no cart with this id, or it is another user's; carts that nobody uses are removed after a while.
         */
        "problem.cart.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "cart.not_found";
            details: {
                cartId: string;
            };
        };
        /**
         * Not sold here
         * @description The variant has no price in the cart's region.
         */
        "problem.cart.not_sold_here": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "cart.not_sold_here";
            details: {
                variantId: string;
                /**
                 * @description Market: currency, tax and shipping
                 * @enum {string}
                 */
                region: "eu" | "uk" | "us" | "jp";
            };
        };
        /**
         * Out of stock
         * @description Less is available than was asked for; `details.available` says how much.
         */
        "problem.cart.out_of_stock": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "cart.out_of_stock";
            details: {
                variantId: string;
                requested: number;
                available: number;
            };
        };
        /**
         * Sold through a line
         * @description The drop `details.drop` lets in so many at once, from `details.startsAt` on: `PUT /drops/{handle}/places/{key}` takes a place, and gives the cart a pass.
         */
        "problem.cart.pass_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "cart.pass_required";
            details: {
                variantId: string;
                drop: string;
                startsAt: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of the cart that you last saw.
         */
        "problem.cart.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "cart.precondition_required";
        };
        /**
         * The same cart
         * @description A cart can't be merged into itself.
         */
        "problem.cart.same_cart": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "cart.same_cart";
            details: {
                cartId: string;
            };
        };
        /**
         * Too many lines
         * @description A cart has at most `details.max` lines.
         */
        "problem.cart.too_many_lines": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "cart.too_many_lines";
            details: {
                max: number;
            };
        };
        /**
         * No such variant
         * @description There is no variant with this id.
         */
        "problem.cart.variant_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "cart.variant_not_found";
            details: {
                variantId: string;
            };
        };
        /**
         * Cart has changed
         * @description The cart was changed elsewhere first. `current` is what it is now; decide again with its ETag.
         */
        "problem.cart.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "cart.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Category has children
         * @description There are categories below it; `details.children` are their handles.
         */
        "problem.catalog.category_has_children": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "catalog.category_has_children";
            details: {
                children: string[];
            };
        };
        /**
         * No such category
         * @description There is no category with this handle.
         */
        "problem.catalog.category_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "catalog.category_not_found";
            details: {
                handle: string;
            };
        };
        /**
         * Too deep
         * @description Categories have two levels: `details.parent` can't stand above this one.
         */
        "problem.catalog.category_too_deep": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.category_too_deep";
            details: {
                parent: string;
            };
        };
        /**
         * No such collection
         * @description There is no collection with this handle.
         */
        "problem.catalog.collection_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "catalog.collection_not_found";
            details: {
                handle: string;
            };
        };
        /**
         * Price before is too low
         * @description What something cost before is not less than what it costs now.
         */
        "problem.catalog.compare_at_below_price": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.compare_at_below_price";
            details: {
                region: string;
            };
        };
        /**
         * The same variant twice
         * @description Two variants have the same options; `details.variants` are their places.
         */
        "problem.catalog.duplicate_variant": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.duplicate_variant";
            details: {
                variants: number[];
            };
        };
        /**
         * Handle is taken
         * @description `details.handle` is the handle of another one; handles are unique.
         */
        "problem.catalog.handle_taken": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "catalog.handle_taken";
            details: {
                handle: string;
            };
        };
        /**
         * No such option
         * @description No product has an option of this name.
         */
        "problem.catalog.option_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "catalog.option_not_found";
            details: {
                name: string;
            };
        };
        /**
         * Options do not match
         * @description Each variant has exactly one value, of those listed, for each option of its product; `errors` says where one does not.
         */
        "problem.catalog.options_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.options_mismatch";
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag that you last saw: of the product's record, of the category or of the collection.
         */
        "problem.catalog.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "catalog.precondition_required";
        };
        /**
         * No such product
         * @description There is no product with this handle that is for sale.
         */
        "problem.catalog.product_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "catalog.product_not_found";
            details: {
                handle: string;
            };
        };
        /**
         * No such way to ship
         * @description The region `details.region` has no shipping option with this id; `GET /regions` lists them.
         */
        "problem.catalog.shipping_option_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "catalog.shipping_option_not_found";
            details: {
                /**
                 * @description Market: currency, tax and shipping
                 * @enum {string}
                 */
                region: "eu" | "uk" | "us" | "jp";
                shippingOptionId: string;
            };
        };
        /**
         * Code is taken
         * @description `details.sku` is the code of another variant; codes are unique in the shop.
         */
        "problem.catalog.sku_taken": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "catalog.sku_taken";
            details: {
                sku: string;
            };
        };
        /**
         * Unknown category
         * @description There is no category with a handle in `details.handles`. Add it first.
         */
        "problem.catalog.unknown_category": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.unknown_category";
            details: {
                handles: string[];
            };
        };
        /**
         * Unknown collection
         * @description There is no collection with a handle in `details.handles`. Add it first.
         */
        "problem.catalog.unknown_collection": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.unknown_collection";
            details: {
                handles: string[];
            };
        };
        /**
         * Unknown variant
         * @description `details.variant` is no variant of this product; a new one has no id yet.
         */
        "problem.catalog.unknown_variant": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.unknown_variant";
            details: {
                variant: string | number;
            };
        };
        /**
         * Has changed
         * @description Somebody else changed this product, category or collection first. `current` is what it is now; decide again with its ETag.
         */
        "problem.catalog.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "catalog.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Wrong currency
         * @description A price is in the currency of its region, which is `details.currency`.
         */
        "problem.catalog.wrong_currency": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "catalog.wrong_currency";
            details: {
                region: string;
                /** @enum {string} */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            };
        };
        /**
         * Cart is empty
         * @description There is nothing to buy in this cart.
         */
        "problem.checkout.cart_empty": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "checkout.cart_empty";
            details: {
                cartId: string;
            };
        };
        /**
         * Country not served
         * @description The checkout's region does not ship to this country.
         */
        "problem.checkout.country_not_served": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "checkout.country_not_served";
            details: {
                country: string;
            };
        };
        /**
         * Checkout has expired
         * @description The hold ran out and the stock went back. Start the checkout again from the cart.
         */
        "problem.checkout.expired": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "checkout.expired";
            details: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                expiredAt: string;
            };
        };
        /**
         * Checkout is incomplete
         * @description `details.missing` names what has to be set before payment.
         */
        "problem.checkout.incomplete": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "checkout.incomplete";
            details: {
                missing: ("email" | "shippingAddress" | "shippingOptionId")[];
            };
        };
        /**
         * No such checkout
         * @description There is no checkout with this id.
         */
        "problem.checkout.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "checkout.not_found";
            details: {
                checkoutId: string;
            };
        };
        /**
         * Checkout is not open
         * @description The checkout is being paid, or is over; `details.state` says which.
         */
        "problem.checkout.not_open": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "checkout.not_open";
            details: {
                state: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of the checkout that you last saw.
         */
        "problem.checkout.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "checkout.precondition_required";
        };
        /**
         * No such shipping option
         * @description The region has no shipping option with this id; the checkout lists those that it has.
         */
        "problem.checkout.shipping_option_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "checkout.shipping_option_not_found";
            details: {
                shippingOptionId: string;
            };
        };
        /**
         * Sold out, money given back
         * @description The payment went through after the hold had ended and the stock was gone. The whole amount was refunded.
         */
        "problem.checkout.sold_out_refunded": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "checkout.sold_out_refunded";
            details: {
                variantId: string;
                requested: number;
                available: number;
                refund: components["schemas"]["Money"];
            };
        };
        /**
         * Unknown state or province
         * @description The country needs a subdivision code for its tax, and this is none of its codes.
         */
        "problem.checkout.subdivision_unknown": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "checkout.subdivision_unknown";
            details: {
                country: string;
                subdivision: string;
            };
        };
        /**
         * Checkout has changed
         * @description The checkout was changed elsewhere first. `current` is what it is now.
         */
        "problem.checkout.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "checkout.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * No such client
         * @description There is no API client with this id.
         */
        "problem.client.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "client.not_found";
            details: {
                clientId: string;
            };
        };
        /**
         * Unknown scope
         * @description A client was to get a scope that there is not; `details.scope` says which.
         */
        "problem.client.unknown_scope": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "client.unknown_scope";
            details: {
                scope: string;
            };
        };
        /**
         * The line does not answer
         * @description Nobody is let in for the moment, and nobody loses their place: ask again with the same key and ticket.
         */
        "problem.drops.line_unavailable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            reason?: "drops.line_unavailable";
        };
        /**
         * No line
         * @description Of this drop whoever comes may buy, as soon as it is open.
         */
        "problem.drops.no_line": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "drops.no_line";
            details: {
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
            };
        };
        /**
         * No such drop
         * @description There is no collection with this handle that opens at a time.
         */
        "problem.drops.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "drops.not_found";
            details: {
                /**
                 * @description URL name: lower case, unique, stable
                 * @example tide-teapot
                 */
                handle: string;
            };
        };
        /**
         * Cursor is gone
         * @description Events behind this cursor are no longer kept, or the cursor is of another log. Read anew what you derive from events, then go on behind `details.oldest`, or with `after=latest`.
         */
        "problem.events.cursor_gone": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @constant */
            reason?: "events.cursor_gone";
            details: {
                oldest: string;
            };
        };
        /**
         * Unknown type of event
         * @description No event has this type; `details.types` are those that there are.
         */
        "problem.events.unknown_type": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "events.unknown_type";
            details: {
                types: string[];
            };
        };
        /**
         * Answered already
         * @description A survey is answered once; this one was at `details.answeredAt`. Whoever repeats a request does it with the same `Idempotency-Key`.
         */
        "problem.feedback.already_answered": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "feedback.already_answered";
            details: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                answeredAt: string;
            };
        };
        /**
         * Over
         * @description A survey can be answered for a month after it was asked. This one was until `details.expiresAt`.
         */
        "problem.feedback.expired": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @constant */
            reason?: "feedback.expired";
            details: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                expiresAt: string;
            };
        };
        /**
         * No such survey
         * @description There is no survey at this link, or no answer to the survey with this id; one that nobody answered is forgotten after a year, with an account everything that it was asked.
         */
        "problem.feedback.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "feedback.not_found";
        };
        /**
         * Not among the options
         * @description `choice` is none that this survey offers; `details.choices` are those that it does.
         */
        "problem.feedback.wrong_choice": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "feedback.wrong_choice";
            details: {
                choices: ("goods" | "delivery" | "packaging" | "price" | "ordering" | "nothing" | "shipping" | "delivery_time" | "payment" | "later" | "elsewhere" | "other")[];
            };
        };
        /**
         * Still running
         * @description The first request with this `Idempotency-Key` has not been answered yet. Ask again after `Retry-After`.
         */
        "problem.idempotency.in_progress": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "idempotency.in_progress";
        };
        /**
         * Key used for something else
         * @description This `Idempotency-Key` was used with another input. Make a new key for a new intent.
         */
        "problem.idempotency.key_reused": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "idempotency.key_reused";
        };
        /**
         * Internal error
         * @description A defect on our side. It has been logged under `requestId`.
         */
        "problem.internal": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 500;
            /** @constant */
            reason?: "internal";
        };
        /**
         * Stock is promised
         * @description On hand would fall below what open checkouts hold.
         */
        "problem.inventory.below_held": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "inventory.below_held";
            details: {
                onHand: number;
                held: number;
            };
        };
        /**
         * No such location
         * @description There is no stock location with this id.
         */
        "problem.inventory.location_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "inventory.location_not_found";
            details: {
                locationId: string;
            };
        };
        /**
         * Out of stock
         * @description Less is available than was asked for; `details` says of which variant and how much there is.
         */
        "problem.inventory.out_of_stock": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "inventory.out_of_stock";
            details: {
                variantId: string;
                requested: number;
                available: number;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag that you last saw; `If-None-Match: *` for a level that must not exist yet.
         */
        "problem.inventory.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "inventory.precondition_required";
        };
        /**
         * No such variant
         * @description There is no variant with this id.
         */
        "problem.inventory.variant_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "inventory.variant_not_found";
            details: {
                variantId: string;
            };
        };
        /**
         * Level has changed
         * @description Somebody else changed this level first. `current` is what it is now; decide again with its ETag.
         */
        "problem.inventory.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "inventory.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Too many topics
         * @description One stream carries at most `details.max` topics.
         */
        "problem.live.too_many_topics": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "live.too_many_topics";
            details: {
                max: number;
            };
        };
        /**
         * Not possible now
         * @description The order's state (`details.from`) does not lead there.
         */
        "problem.order.illegal_transition": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "order.illegal_transition";
            details: {
                /** @enum {string} */
                from: "placed" | "paid" | "partly_fulfilled" | "fulfilled" | "delivered" | "cancelled";
                to: string;
            };
        };
        /**
         * No such order
         * @description There is no order with this id.
         */
        "problem.order.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "order.not_found";
            details: {
                orderId: string;
            };
        };
        /**
         * Still to be sent
         * @description Orders (`details.orderIds`) need their address until they are sent. Cancel them first, or wait.
         */
        "problem.order.not_sent": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "order.not_sent";
            details: {
                orderIds: string[];
            };
        };
        /**
         * Nothing to fulfil
         * @description More was to be sent than is left to send; `details` says of what.
         */
        "problem.order.nothing_to_fulfil": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.nothing_to_fulfil";
            details: {
                variantId: string;
                requested: number;
                left: number;
            };
        };
        /**
         * Nothing to refund
         * @description Nothing was paid for it, or all of it is back.
         */
        "problem.order.nothing_to_refund": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.nothing_to_refund";
        };
        /**
         * Nothing to return
         * @description More was to come back than was sent and is in no other return; `details` says of what.
         */
        "problem.order.nothing_to_return": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.nothing_to_return";
            details: {
                variantId: string;
                requested: number;
                left: number;
            };
        };
        /**
         * More than is left
         * @description No more goes back than was paid, less what is back or owed; `details.left` says how much that is.
         */
        "problem.order.refund_too_high": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.refund_too_high";
            details: {
                requested: components["schemas"]["Money"];
                left: components["schemas"]["Money"];
            };
        };
        /**
         * Return is closed
         * @description What was received can't be cancelled, and what was cancelled can't be received; `details.state` says which.
         */
        "problem.order.return_closed": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "order.return_closed";
            details: {
                returnId: string;
                /** @enum {string} */
                state: "requested" | "received" | "cancelled";
            };
        };
        /**
         * No such return
         * @description The order has no return with this id.
         */
        "problem.order.return_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "order.return_not_found";
            details: {
                returnId: string;
            };
        };
        /**
         * Units are refunded
         * @description More units were to be refunded than are left; `details` says of what.
         */
        "problem.order.units_refunded": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.units_refunded";
            details: {
                variantId: string;
                requested: number;
                left: number;
            };
        };
        /**
         * Another currency
         * @description An order is refunded in the currency that it was paid in, `details.expected`.
         */
        "problem.order.wrong_currency": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "order.wrong_currency";
            details: {
                /** @enum {string} */
                expected: "EUR" | "GBP" | "USD" | "JPY";
                /** @enum {string} */
                given: "EUR" | "GBP" | "USD" | "JPY";
            };
        };
        /**
         * Unknown cursor
         * @description A cursor is only good for the list that gave it out. Begin again without one.
         */
        "problem.page.bad_cursor": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "page.bad_cursor";
        };
        /**
         * Payment declined
         * @description The provider declined; `details.failureReason` says why. Nothing was charged and the stock is still held: try another card.
         */
        "problem.payment.declined": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 402;
            /** @constant */
            reason?: "payment.declined";
            details: {
                failureReason: string;
            };
        };
        /**
         * Payment provider not offered
         * @description This shop can't be paid with `details.provider`. The test provider is for development and demo shops.
         */
        "problem.payment.provider_not_offered": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "payment.provider_not_offered";
            details: {
                provider: string;
            };
        };
        /**
         * Unknown payment token
         * @description The token is not one that the provider gave out.
         */
        "problem.payment.token_unknown": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "payment.token_unknown";
        };
        /**
         * Payment not available
         * @description The payment provider does not answer. Try again with the same `Idempotency-Key`.
         */
        "problem.payment.unavailable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            reason?: "payment.unavailable";
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of the preferences that you last saw.
         */
        "problem.preferences.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "preferences.precondition_required";
        };
        /**
         * Preferences have changed
         * @description They were changed elsewhere first. `current` is what they are now; decide again with their ETag.
         */
        "problem.preferences.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "preferences.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Code required
         * @description Uses are counted by code: a promotion that applies by itself has no use limit.
         */
        "problem.promotions.code_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.code_required";
        };
        /**
         * Code is taken
         * @description Another promotion has this code.
         */
        "problem.promotions.code_taken": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "promotions.code_taken";
            details: {
                code: string;
            };
        };
        /**
         * Two currencies
         * @description The amount and the minimum of a promotion are of one currency. Make one promotion for each.
         */
        "problem.promotions.currencies_differ": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.currencies_differ";
        };
        /**
         * Ends before it starts
         * @description `endsAt` is after `startsAt`.
         */
        "problem.promotions.ends_before_start": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.ends_before_start";
        };
        /**
         * Over
         * @description The code ended at `details.endsAt`.
         */
        "problem.promotions.expired": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.expired";
            details: {
                code: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                endsAt: string;
            };
        };
        /**
         * Does not count here
         * @description The cart is in another currency than `details.currency`, or its goods cost less than `details.minimumSubtotal`.
         */
        "problem.promotions.not_applicable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.not_applicable";
            details: {
                code: string | null;
                minimumSubtotal: components["schemas"]["Money"] | null;
                /**
                 * @description The one that it applies in
                 * @enum {string}
                 */
                currency: "EUR" | "GBP" | "USD" | "JPY";
            };
        };
        /**
         * No such promotion
         * @description There is no promotion with this code or id.
         */
        "problem.promotions.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "promotions.not_found";
            details: {
                promotionId?: string;
                code?: string;
            };
        };
        /**
         * Not yet
         * @description The code counts from `details.startsAt` on.
         */
        "problem.promotions.not_started": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "promotions.not_started";
            details: {
                code: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:30:00.000Z
                 */
                startsAt: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of the promotion that you last saw.
         */
        "problem.promotions.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "promotions.precondition_required";
        };
        /**
         * Used up
         * @description No use is left of the code, for anybody (`details.limit` is `total`) or for this e-mail (`email`). Nothing was charged: take it off the cart and start the checkout again.
         */
        "problem.promotions.used_up": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "promotions.used_up";
            details: {
                code: string;
                /** @enum {string} */
                limit: "total" | "email";
            };
        };
        /**
         * Promotion has changed
         * @description It was changed elsewhere first. `current` is what it is now; decide again with its ETag.
         */
        "problem.promotions.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "promotions.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Broken JSON
         * @description The body is not JSON in UTF-8. Nothing of it was looked at.
         */
        "problem.request.broken_json": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.broken_json";
        };
        /**
         * Headers too large
         * @description The header section is larger than the server reads.
         */
        "problem.request.headers_too_large": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 431;
            /** @constant */
            reason?: "request.headers_too_large";
        };
        /**
         * Idempotency-Key required
         * @description This operation moves money or stock. Send an `Idempotency-Key` that is new for each intent and the same for each retry, so that a retry can never do it twice.
         */
        "problem.request.idempotency_key_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.idempotency_key_required";
        };
        /**
         * Invalid header
         * @description A header does not have the form that it must have; `details.header` names it. An ETag is sent back with its quotes, and to an operation that takes `If-Match`: where there is no version, none can be expected.
         */
        "problem.request.invalid_header": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.invalid_header";
            details: {
                header: string;
            };
        };
        /**
         * Invalid input
         * @description Fields are missing, unknown or of the wrong type. `errors` names each of them. Values of a query are read as the field's type; a body's are taken as they are, so `"5"` is not a number.
         */
        "problem.request.invalid_input": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.invalid_input";
        };
        /**
         * Malformed request
         * @description The request could not be read as HTTP with a percent-encoded UTF-8 address.
         */
        "problem.request.malformed": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.malformed";
        };
        /**
         * Not acceptable
         * @description The `Accept` header leaves out everything that this address can answer with.
         */
        "problem.request.not_acceptable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 406;
            /** @constant */
            reason?: "request.not_acceptable";
            details: {
                available: string[];
            };
        };
        /**
         * No such range
         * @description The range that was asked for begins behind the end; there are `details.size` bytes.
         */
        "problem.request.range_not_satisfiable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 416;
            /** @constant */
            reason?: "request.range_not_satisfiable";
            details: {
                size: number;
            };
        };
        /**
         * Too many requests
         * @description You have used up the quota of `details.policy`; `RateLimit-Policy` says what it grants. Nothing was done. Ask again after `Retry-After`, with the same `Idempotency-Key` if there was one.
         */
        "problem.request.rate_limited": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 429;
            /** @constant */
            reason?: "request.rate_limited";
            details: {
                policy: string;
            };
        };
        /**
         * Nested too deeply
         * @description The input is nested deeper than anything that this API reads.
         */
        "problem.request.too_deep": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.too_deep";
            details: {
                max: number;
            };
        };
        /**
         * Body too large
         * @description A body may have `details.maxBytes` bytes.
         */
        "problem.request.too_large": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 413;
            /** @constant */
            reason?: "request.too_large";
            details: {
                maxBytes: number;
            };
        };
        /**
         * Text that can't be stored
         * @description A text holds U+0000 or half of a surrogate pair; `errors` says where.
         */
        "problem.request.unstorable_text": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.unstorable_text";
        };
        /**
         * Unsupported media type
         * @description Bodies are `application/json` in UTF-8, without content coding.
         */
        "problem.request.unsupported_media_type": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 415;
            /** @constant */
            reason?: "request.unsupported_media_type";
        };
        /**
         * Address too long
         * @description An address may have `details.maxBytes` bytes.
         */
        "problem.request.url_too_long": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 414;
            /** @constant */
            reason?: "request.url_too_long";
            details: {
                maxBytes: number;
            };
        };
        /**
         * Value out of range
         * @description A number or a date lies outside of what can be stored.
         */
        "problem.request.value_out_of_range": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            reason?: "request.value_out_of_range";
        };
        /**
         * Reviewed already
         * @description Each writes one review of a product; `details.contributionId` is it, and can be changed.
         */
        "problem.reviews.already_written": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "reviews.already_written";
            details: {
                contributionId: string;
            };
        };
        /**
         * Not a review
         * @description Only a review has stars and a title; `details.contributionId` is a question or an answer.
         */
        "problem.reviews.not_a_review": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "reviews.not_a_review";
            details: {
                contributionId: string;
            };
        };
        /**
         * Nothing like that
         * @description There is no review, question or answer with this id that the caller may see, or act on.
         */
        "problem.reviews.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "reviews.not_found";
            details: {
                contributionId: string;
            };
        };
        /**
         * One's own
         * @description What one wrote oneself others find helpful, or report.
         */
        "problem.reviews.own": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "reviews.own";
            details: {
                contributionId: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the ETag of what you read.
         */
        "problem.reviews.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "reviews.precondition_required";
        };
        /**
         * Too much to be read
         * @description Of one writer's at most `details.max` wait for a moderator. Come back when they have been read.
         */
        "problem.reviews.too_many_pending": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "reviews.too_many_pending";
            details: {
                max: number;
            };
        };
        /**
         * Has changed
         * @description It was changed or decided on meanwhile. `current` is what it is now; read it, and decide again with its ETag.
         */
        "problem.reviews.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "reviews.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * Too busy
         * @description More is asked of this process than it can answer in time, so it refused before it did anything. Try again after `Retry-After`, with the same `Idempotency-Key` if there was one, and wait longer each time.
         */
        "problem.service.overloaded": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            reason?: "service.overloaded";
        };
        /**
         * Not available
         * @description Something that is needed for an answer is out of reach for a moment. Try again after `Retry-After`, with the same `Idempotency-Key` if there was one.
         */
        "problem.service.unavailable": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            reason?: "service.unavailable";
        };
        /**
         * It is there
         * @description The variant can be bought, or is not counted: there is nothing to wait for.
         */
        "problem.watches.in_stock": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "watches.in_stock";
            details: {
                variantId: string;
            };
        };
        /**
         * Link not valid
         * @description The watch that the link is about was told, ended or forgotten: unconfirmed ones are after two days. Ask anew where it is still sold out.
         */
        "problem.watches.link_invalid": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "watches.link_invalid";
        };
        /**
         * No such watch
         * @description The user does not wait for the variant.
         */
        "problem.watches.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "watches.not_found";
            details: {
                variantId: string;
            };
        };
        /**
         * Waits for much already
         * @description One address waits for 50 variants at most, and for 10 that it has not confirmed; `details.max` says which of them it was.
         */
        "problem.watches.too_many": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "watches.too_many";
            details: {
                max: number;
            };
        };
        /**
         * Not a range
         * @description Name an `eventId`, or a range: `after`, and `until` behind it in the log.
         */
        "problem.webhooks.bad_range": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "webhooks.bad_range";
        };
        /**
         * Webhook disabled
         * @description Nothing is sent to a disabled webhook. Enable it first.
         */
        "problem.webhooks.disabled": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "webhooks.disabled";
        };
        /**
         * No such event
         * @description This webhook was sent no such event, or it is no longer in its log. A range brings any event that the feed still has.
         */
        "problem.webhooks.event_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "webhooks.event_not_found";
            details: {
                eventId: string;
            };
        };
        /**
         * No such webhook
         * @description There is no webhook with this id.
         */
        "problem.webhooks.not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "webhooks.not_found";
            details: {
                webhookId: string;
            };
        };
        /**
         * If-Match required
         * @description Send `If-Match` with the webhook's ETag, so that no other change is lost.
         */
        "problem.webhooks.precondition_required": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 428;
            /** @constant */
            reason?: "webhooks.precondition_required";
        };
        /**
         * Too many webhooks
         * @description There can be `details.max` webhooks. Remove one that is not used.
         */
        "problem.webhooks.too_many": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "webhooks.too_many";
            details: {
                max: number;
            };
        };
        /**
         * URL refused
         * @description A webhook leads to a public address by https; `details.why` says what is wrong. Who develops a receiver on the shop's own machine starts it with `WEBHOOKS_TO_LOCAL=1`.
         */
        "problem.webhooks.url_refused": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            reason?: "webhooks.url_refused";
            details: {
                why: string;
            };
        };
        /**
         * The webhook has changed
         * @description Somebody changed it since you read it. `current` is what it is now.
         */
        "problem.webhooks.version_mismatch": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 412;
            /** @constant */
            reason?: "webhooks.version_mismatch";
            details: {
                expected: number;
                actual: number;
            };
        };
        /**
         * No such product
         * @description There is no product with this id that is for sale.
         */
        "problem.wishlist.product_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "wishlist.product_not_found";
            details: {
                productId: string;
            };
        };
        /**
         * No such list
         * @description There is no list at this link. It may have been revoked.
         */
        "problem.wishlist.share_not_found": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            reason?: "wishlist.share_not_found";
        };
        /**
         * Full
         * @description A wish list has room for `details.max` products. Take something off it first.
         */
        "problem.wishlist.too_many": components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            reason?: "wishlist.too_many";
            details: {
                max: number;
            };
        };
    };
    responses: never;
    parameters: {
        /**
         * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
         * @example "3"
         */
        IfMatch: string;
        /**
         * @description The ETag that you last saw. Changed since: 412 with `current`.
         * @example "3"
         */
        IfMatchOptional: string;
        /**
         * @description The ETag that you have. Unchanged since: 304 without a body.
         * @example "3"
         */
        IfNoneMatch: string;
        /**
         * @description Of a stream: id of the last event that was seen. Wins over `after`.
         * @example 3f2a9c1b7d40:4711
         */
        LastEventId: string;
        /**
         * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
         * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
         */
        IdempotencyKey: string;
        /**
         * @description The same for each retry of one intent: the first answer is given again.
         * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
         */
        IdempotencyKeyOptional: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names the request in the logs; send your own to have it used
         * @example order-4711
         */
        "X-Request-Id": string;
        /**
         * @description Validator of the representation; send it back as If-Match or If-None-Match
         * @example "3"
         */
        ETag: string;
        /**
         * @description How long the answer may be used again
         * @example private, no-store
         */
        "Cache-Control": string;
        /**
         * @description Request headers that the answer depends on
         * @example Accept-Encoding
         */
        Vary: string;
        /**
         * @description What titles, texts and labels in it are in
         * @example de
         */
        "Content-Language": string;
        /**
         * @description Where the new resource is
         * @example /api/v1/carts/cart_01jv3ge8k2zt5y9m4n7q6r8s0w
         */
        Location: string;
        /**
         * @description `rel=next`: the next page
         * @example </api/v1/products?cursor=WzFd>; rel="next"
         */
        Link: string;
        /**
         * @description Seconds to wait before trying again
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description Quotas that the request counts for: `q` requests in `w` seconds
         * @example "default";q=20000;w=10
         */
        "RateLimit-Policy": string;
        /**
         * @description What is left of them: `r` requests; in `t` seconds there is more
         * @example "default";r=19874;t=7
         */
        RateLimit: string;
        /**
         * @description Pages of every origin may read the answer
         * @example *
         */
        "Access-Control-Allow-Origin": string;
        /**
         * @description What kind of token is asked for
         * @example Bearer
         */
        "WWW-Authenticate": string;
        /**
         * @description `true`: this is the stored answer to an earlier request
         * @example true
         */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "catalog.list": {
        parameters: {
            query?: {
                search?: string;
                category?: string;
                collection?: string;
                /** @description Minor units of the region's currency */
                priceMin?: number;
                priceMax?: number;
                availability?: "in_stock" | "any";
                /** @description So many stars or more, on average */
                ratingMin?: number;
                /** @description relevance when searching, else newest; rating: the best first, where few reviews count for less */
                sort?: "relevance" | "newest" | "price" | "-price" | "title" | "rating";
                region?: "eu" | "uk" | "us" | "jp";
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
                /** @description Axis -> wanted values. Several values of one axis: any of them; several axes: all of them. `option.Color=Red,Blue` says the same as `option[Color]=Red&option[Color]=Blue`. */
                option?: {
                    [key: string]: string[];
                };
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
        };
    };
    "catalog.addProduct": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description URL name: unique, lower case by custom
                     * @example tide-teapot
                     */
                    handle: string;
                    title: string;
                    subtitle?: string;
                    description?: string;
                    details?: string[];
                    vendor?: string;
                    productType?: string;
                    tags?: string[];
                    /**
                     * @description Shoppers see active products only
                     * @enum {string}
                     */
                    status?: "draft" | "active" | "archived";
                    /** @description A drop: adding it to a cart holds it */
                    holdOnAdd?: boolean;
                    hue?: number;
                    /** @description Handles */
                    categories?: string[];
                    /** @description Handles */
                    collections?: string[];
                    /** @description Axes of choice, in display order */
                    options?: {
                        name: string;
                        values: {
                            value: string;
                            swatch?: string;
                        }[];
                    }[];
                    variants: {
                        /** @description Unique in the shop */
                        sku?: string | null;
                        barcode?: string | null;
                        title?: string;
                        /**
                         * @description One value for each option of the product
                         * @example {
                         *       "Color": "Sage",
                         *       "Size": "Large"
                         *     }
                         */
                        options?: {
                            [key: string]: string;
                        };
                        weightGrams?: number;
                        requiresShipping?: boolean;
                        taxable?: boolean;
                        /** @description false: stock is not counted, it always sells */
                        isTracked?: boolean;
                        prices?: {
                            /**
                             * @description Market: currency, tax and shipping
                             * @enum {string}
                             */
                            region: "eu" | "uk" | "us" | "jp";
                            /** @description In the region's currency */
                            price: {
                                /**
                                 * @description Amount in the currency's minor unit
                                 * @example 1999
                                 */
                                amountMinor: number;
                                /** @enum {string} */
                                currency: "EUR" | "GBP" | "USD" | "JPY";
                            };
                            compareAt?: {
                                /**
                                 * @description Amount in the currency's minor unit
                                 * @example 1999
                                 */
                                amountMinor: number;
                                /** @enum {string} */
                                currency: "EUR" | "GBP" | "USD" | "JPY";
                            } | null;
                        }[];
                        /** @description Of a variant that is there */
                        id?: string;
                    }[];
                    images?: {
                        /** @example https://pictures.example/teapot.jpg */
                        src: string;
                        alt?: string;
                        /** @description Place in `variants` of the one that it shows */
                        variant?: number | null;
                        /** @description Widths that exist of a /media picture */
                        widths?: number[];
                        width?: number | null;
                        height?: number | null;
                        placeholder?: string | null;
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductRecord"];
                };
            };
        };
    };
    "catalog.get": {
        parameters: {
            query?: {
                region?: "eu" | "uk" | "us" | "jp";
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    "catalog.removeProduct": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalog.changeProduct": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    subtitle?: string;
                    description?: string;
                    details?: string[];
                    vendor?: string;
                    productType?: string;
                    tags?: string[];
                    /**
                     * @description Shoppers see active products only
                     * @enum {string}
                     */
                    status?: "draft" | "active" | "archived";
                    /** @description A drop: adding it to a cart holds it */
                    holdOnAdd?: boolean;
                    hue?: number;
                    /** @description Handles */
                    categories?: string[];
                    /** @description Handles */
                    collections?: string[];
                    /** @description Axes of choice, in display order */
                    options?: {
                        name: string;
                        values: {
                            value: string;
                            swatch?: string;
                        }[];
                    }[];
                    variants?: {
                        /** @description Unique in the shop */
                        sku?: string | null;
                        barcode?: string | null;
                        title?: string;
                        /**
                         * @description One value for each option of the product
                         * @example {
                         *       "Color": "Sage",
                         *       "Size": "Large"
                         *     }
                         */
                        options?: {
                            [key: string]: string;
                        };
                        weightGrams?: number;
                        requiresShipping?: boolean;
                        taxable?: boolean;
                        /** @description false: stock is not counted, it always sells */
                        isTracked?: boolean;
                        prices?: {
                            /**
                             * @description Market: currency, tax and shipping
                             * @enum {string}
                             */
                            region: "eu" | "uk" | "us" | "jp";
                            /** @description In the region's currency */
                            price: {
                                /**
                                 * @description Amount in the currency's minor unit
                                 * @example 1999
                                 */
                                amountMinor: number;
                                /** @enum {string} */
                                currency: "EUR" | "GBP" | "USD" | "JPY";
                            };
                            compareAt?: {
                                /**
                                 * @description Amount in the currency's minor unit
                                 * @example 1999
                                 */
                                amountMinor: number;
                                /** @enum {string} */
                                currency: "EUR" | "GBP" | "USD" | "JPY";
                            } | null;
                        }[];
                        /** @description Of a variant that is there */
                        id?: string;
                    }[];
                    images?: {
                        /** @example https://pictures.example/teapot.jpg */
                        src: string;
                        alt?: string;
                        /** @description Place in `variants` of the one that it shows */
                        variant?: number | null;
                        /** @description Widths that exist of a /media picture */
                        widths?: number[];
                        width?: number | null;
                        height?: number | null;
                        placeholder?: string | null;
                    }[];
                    /**
                     * @description URL name: unique, lower case by custom
                     * @example tide-teapot
                     */
                    newHandle?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductRecord"];
                };
            };
        };
    };
    "catalog.suggest": {
        parameters: {
            query: {
                q: string;
                region?: "eu" | "uk" | "us" | "jp";
                limit?: number;
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
        };
    };
    "catalog.highlights": {
        parameters: {
            query?: {
                region?: "eu" | "uk" | "us" | "jp";
                /** @description Of each list */
                limit?: number;
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Highlights"];
                };
            };
        };
    };
    "catalog.categories": {
        parameters: {
            query?: {
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                    };
                };
            };
        };
    };
    "catalog.addCategory": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description URL name: unique, lower case by custom
                     * @example tide-teapot
                     */
                    handle: string;
                    title: string;
                    description?: string;
                    position?: number;
                    hue?: number;
                    /** @description Handle of a top category; null: it is one */
                    parent?: string | null;
                    imageSrc?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRecord"];
                };
            };
        };
    };
    "catalog.collections": {
        parameters: {
            query?: {
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Collection"][];
                    };
                };
            };
        };
    };
    "catalog.addCollection": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description URL name: unique, lower case by custom
                     * @example tide-teapot
                     */
                    handle: string;
                    title: string;
                    description?: string;
                    position?: number;
                    hue?: number;
                    /** @description Set for a drop: when it opens */
                    startsAt?: string | null;
                    /** @description Of a drop: so many shop at once, the others wait in line; null: no line */
                    admits?: number | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionRecord"];
                };
            };
        };
    };
    "catalog.regions": {
        parameters: {
            query?: {
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Region"][];
                    };
                };
            };
        };
    };
    "catalog.record": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductRecord"];
                };
            };
        };
    };
    "catalog.setPrices": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        variantId: string;
                        /**
                         * @description Market: currency, tax and shipping
                         * @enum {string}
                         */
                        region: "eu" | "uk" | "us" | "jp";
                        /** @description In the region's currency; null: not sold there any more */
                        price: {
                            /**
                             * @description Amount in the currency's minor unit
                             * @example 1999
                             */
                            amountMinor: number;
                            /** @enum {string} */
                            currency: "EUR" | "GBP" | "USD" | "JPY";
                        } | null;
                        /** @description What it cost before */
                        compareAt?: {
                            /**
                             * @description Amount in the currency's minor unit
                             * @example 1999
                             */
                            amountMinor: number;
                            /** @enum {string} */
                            currency: "EUR" | "GBP" | "USD" | "JPY";
                        } | null;
                        /** @description Version of the product that the caller saw; none: whatever it is */
                        expectedVersion?: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
        };
    };
    "catalog.category": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRecord"];
                };
            };
        };
    };
    "catalog.removeCategory": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalog.changeCategory": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string;
                    position?: number;
                    hue?: number;
                    /** @description Handle of a top category; null: it is one */
                    parent?: string | null;
                    imageSrc?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryRecord"];
                };
            };
        };
    };
    "catalog.collection": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionRecord"];
                };
            };
        };
    };
    "catalog.removeCollection": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalog.changeCollection": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string;
                    position?: number;
                    hue?: number;
                    /** @description Set for a drop: when it opens */
                    startsAt?: string | null;
                    /** @description Of a drop: so many shop at once, the others wait in line; null: no line */
                    admits?: number | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionRecord"];
                };
            };
        };
    };
    "catalog.productTranslations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTranslations"];
                };
            };
        };
    };
    "catalog.setProductTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string | null;
                    subtitle?: string | null;
                    description?: string | null;
                    details?: string[] | null;
                    /**
                     * @description What pictures show, by their `src`
                     * @example {
                     *       "https://pictures.example/teapot.jpg": "Teekanne in Salbei"
                     *     }
                     */
                    alts?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTranslations"];
                };
            };
        };
    };
    "catalog.removeProductTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The product's handle, or its id */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalog.optionTranslation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                name: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionTranslation"];
                };
            };
        };
    };
    "catalog.setOptionTranslation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the option is called */
                    label: string | null;
                    /**
                     * @description What its values are called; one that is left out keeps its own name
                     * @example {
                     *       "Sage": "Salbei"
                     *     }
                     */
                    values: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionTranslation"];
                };
            };
        };
    };
    "catalog.shippingTranslation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Market: currency, tax and shipping */
                region: "eu" | "uk" | "us" | "jp";
                shippingOptionId: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingTranslation"];
                };
            };
        };
    };
    "catalog.setShippingTranslation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Market: currency, tax and shipping */
                region: "eu" | "uk" | "us" | "jp";
                shippingOptionId: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: told in English */
                    label: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingTranslation"];
                };
            };
        };
    };
    "catalog.categoryTranslations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfTranslations"];
                };
            };
        };
    };
    "catalog.setCategoryTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string | null;
                    description?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfTranslations"];
                };
            };
        };
    };
    "catalog.removeCategoryTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalog.collectionTranslations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfTranslations"];
                };
            };
        };
    };
    "catalog.setCollectionTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string | null;
                    description?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfTranslations"];
                };
            };
        };
    };
    "catalog.removeCollectionTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Another one than English, which is the product's or category's own */
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "inventory.list": {
        parameters: {
            query: {
                variantIds: string[];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Availability"][];
                    };
                };
            };
        };
    };
    "inventory.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
        };
    };
    "inventory.locations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Location"][];
                    };
                };
            };
        };
    };
    "inventory.setLevel": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                variantId: string;
                locationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    onHand: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Level"];
                };
            };
        };
    };
    "inventory.setLevels": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        variantId: string;
                        locationId: string;
                        onHand: number;
                        /** @description Version that the caller saw; 0: must not exist yet; none: whatever it is */
                        expectedVersion?: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
        };
    };
    "inventory.adjust": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    variantId: string;
                    locationId: string;
                    delta: number;
                    /** @enum {string} */
                    reason: "received" | "counted" | "damaged" | "returned" | "transferred";
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Level"];
                };
            };
        };
    };
    "cart.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Market: currency, tax and shipping
                     * @default eu
                     * @enum {string}
                     */
                    region?: "eu" | "uk" | "us" | "jp";
                    /** @description English unless told */
                    language?: components["schemas"]["Language"];
                    country?: string;
                    subdivision?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.update": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you last saw. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Market: currency, tax and shipping
                     * @enum {string}
                     */
                    region?: "eu" | "uk" | "us" | "jp";
                    language?: components["schemas"]["Language"];
                    country?: string;
                    subdivision?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.setLine": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                cartId: string;
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.removeLine": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                cartId: string;
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.setPromotion": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                cartId: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.removePromotion": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                cartId: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "cart.applyOperations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device: string;
                    operations: components["schemas"]["CartOperation"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsResult"];
                };
            };
        };
    };
    "cart.merge": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromCartId: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeResult"];
                };
            };
        };
    };
    "ownCart.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
        };
    };
    "ownCart.claim": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromCartId: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeResult"];
                };
            };
        };
    };
    "checkout.start": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cartId: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
        };
    };
    "checkout.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                checkoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
        };
    };
    "checkout.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "checkout.update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                checkoutId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    shippingAddress?: components["schemas"]["Address"];
                    shippingOptionId?: string;
                    /** @description Goes into the parcel; null or empty: none */
                    giftMessage?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
        };
    };
    "checkout.complete": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                checkoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    payment: {
                        /** @enum {string} */
                        provider: "test" | "stripe";
                        /** @description What the provider's own form made of the card. Test provider: tok_success, tok_decline, tok_challenge, tok_timeout. Stripe: pm_..., ctoken_..., or `hosted` to pay at Stripe's own page */
                        token: string;
                        /** @description Where a redirect action brings the shopper back to */
                        returnUrl?: string;
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionResult"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionResult"];
                };
            };
        };
    };
    "orders.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.list": {
        parameters: {
            query?: {
                state?: "placed" | "paid" | "partly_fulfilled" | "fulfilled" | "delivered" | "cancelled";
                /** @description Of a user only the own ones, also where they may see all */
                mine?: boolean;
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
        };
    };
    "orders.cancel": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.fulfil": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What was sent; everything that is left when absent */
                    lines?: {
                        variantId: string;
                        quantity: number;
                    }[];
                    /** Format: uri */
                    trackingUrl?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.deliver": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.refund": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description At most `refundable`, in the order's currency */
                    amount?: {
                        amountMinor: number;
                        /** @enum {string} */
                        currency: "EUR" | "GBP" | "USD" | "JPY";
                    };
                    /** @description Units to refund at what was paid for them, tax included, shipping not */
                    lines?: {
                        variantId: string;
                        quantity: number;
                    }[];
                    /**
                     * @default other
                     * @enum {string}
                     */
                    reason?: "returned" | "damaged" | "goodwill" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.requestReturn": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of what was sent and is in no other return */
                    lines: {
                        variantId: string;
                        quantity: number;
                    }[];
                    note?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.receiveReturn": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description false: it can't be sold again
                     * @default true
                     */
                    restock?: boolean;
                    /**
                     * @description Also refund its lines
                     * @default false
                     */
                    refund?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "orders.cancelReturn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    "accounts.signUp": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @description Of the mail; unless told, the one that the user prefers */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
        };
    };
    "accounts.sendVerification": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @description Of the mail; unless told, the one that the user prefers */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
        };
    };
    "accounts.requestPasswordReset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @description Of the mail; unless told, the one that the user prefers */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
        };
    };
    "accounts.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    "accounts.me": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    "privacy.erase": {
        parameters: {
            query: {
                /** @description The account's own, so that nobody erases one by mistake */
                email: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.updateMe": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you last saw. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    "addresses.list": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddressList"];
                };
            };
        };
    };
    "addresses.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: components["schemas"]["Address"];
                    /**
                     * @description In place of the one that is. The first one is it anyway
                     * @default false
                     */
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
        };
    };
    "addresses.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
        };
    };
    "addresses.remove": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "addresses.update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    address?: components["schemas"]["Address"];
                    /**
                     * @description In place of the one that is. To end it, make another one the default
                     * @constant
                     */
                    isDefault?: true;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAddress"];
                };
            };
        };
    };
    "preferences.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
        };
    };
    "preferences.update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    region?: ("eu" | "uk" | "us" | "jp") | null;
                    locale?: string | null;
                    /** @description Recorded with the time; every change of it is kept */
                    marketing?: {
                        isGiven: boolean;
                        /**
                         * @description Which words were shown: your name for them
                         * @example 2026-11
                         */
                        textVersion: string;
                    };
                    /** @description Recorded with the time; every change of it is kept */
                    surveys?: {
                        isGiven: boolean;
                        /**
                         * @description Which words were shown: your name for them
                         * @example 2026-11
                         */
                        textVersion: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
        };
    };
    "privacy.export": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
        };
    };
    "clients.list": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClientList"];
                };
            };
        };
    };
    "clients.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClient"];
                };
            };
        };
    };
    "clients.renewSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClientSecret"];
                };
            };
        };
    };
    "clients.disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClient"];
                };
            };
        };
    };
    "clients.actions": {
        parameters: {
            query?: {
                actorId?: string;
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPage"];
                };
            };
        };
    };
    "bulk.addImport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    subject: "products" | "prices" | "stock";
                    /** @enum {string} */
                    format: "csv" | "ndjson";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.getImport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.cancelImport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.addExport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    subject: "products" | "prices" | "stock";
                    /** @enum {string} */
                    format: "csv" | "ndjson";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.getExport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.cancelExport": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "promotions.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionPage"];
                };
            };
        };
    };
    "promotions.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example WELCOME10 */
                    code?: string;
                    title: string;
                    discount: components["schemas"]["Discount"];
                    /** @description Of the goods before discount; in the amount's currency, where there is one */
                    minimumSubtotal?: {
                        amountMinor: number;
                        /** @enum {string} */
                        currency: "EUR" | "GBP" | "USD" | "JPY";
                    };
                    /**
                     * Format: date-time
                     * @description Now, unless told
                     * @example 2026-03-01T09:30:00.000Z
                     */
                    startsAt?: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-01T09:30:00.000Z
                     */
                    endsAt?: string;
                    /** @description Only with a code, as useLimitPerEmail */
                    useLimit?: number;
                    useLimitPerEmail?: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
        };
    };
    "promotions.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
        };
    };
    "promotions.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "promotions.update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-01T09:30:00.000Z
                     */
                    startsAt?: string;
                    endsAt?: string | null;
                    useLimit?: number | null;
                    useLimitPerEmail?: number | null;
                    isActive?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
        };
    };
    "promotions.translations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionTranslations"];
                };
            };
        };
    };
    "promotions.setTranslation": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                promotionId: string;
                language: "de" | "ja";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: it is told in English */
                    title: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionTranslations"];
                };
            };
        };
    };
    "reviews.list": {
        parameters: {
            query?: {
                sort?: "newest" | "helpful" | "highest" | "lowest";
                /** @description Only those with so many */
                stars?: number;
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
        };
    };
    "reviews.write": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rating: number;
                    title: string;
                    /** @description Plain text */
                    body: string;
                    /**
                     * @description How the writer wants to be called here
                     * @example Ada
                     */
                    displayName: string;
                    /** @description That it is written in */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "reviews.questions": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionPage"];
                };
            };
        };
    };
    "reviews.ask": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Plain text */
                    body: string;
                    /**
                     * @description How the writer wants to be called here
                     * @example Ada
                     */
                    displayName: string;
                    /** @description That it is written in */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "reviews.answer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description The question's */
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Plain text */
                    body: string;
                    /**
                     * @description How the writer wants to be called here
                     * @example Ada
                     */
                    displayName: string;
                    /** @description That it is written in */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "reviews.own": {
        parameters: {
            query?: {
                /** @description Only about this product */
                handle?: string;
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnContributionPage"];
                };
            };
        };
    };
    "reviews.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "reviews.remove": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "reviews.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Of a review, as its title */
                    rating?: number;
                    title?: string;
                    /** @description Plain text */
                    body?: string;
                    /**
                     * @description How the writer wants to be called here
                     * @example Ada
                     */
                    displayName?: string;
                    /** @description That it is written in */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "reviews.vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vote"];
                };
            };
        };
    };
    "reviews.unvote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vote"];
                };
            };
        };
    };
    "reviews.report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "spam" | "offensive" | "personal_data" | "off_topic" | "other";
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "reviews.queue": {
        parameters: {
            query?: {
                kind?: "review" | "question" | "answer";
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationQueue"];
                };
            };
        };
    };
    "reviews.decide": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                contributionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: components["schemas"]["Decision"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
        };
    };
    "watches.ask": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /**
                     * @description Of the mail
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de" | "ja";
                    /**
                     * @description The market that the mail leads to
                     * @default eu
                     * @enum {string}
                     */
                    region?: "eu" | "uk" | "us" | "jp";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchAsked"];
                };
            };
        };
    };
    "watches.confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in a mail */
                    token: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockWatch"];
                };
            };
        };
    };
    "watches.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in a mail: of one watch, or of all that the address waits for */
                    token: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchWithdrawn"];
                };
            };
        };
    };
    "watches.own": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockWatches"];
                };
            };
        };
    };
    "watches.setOwn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Of the mail
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de" | "ja";
                    /**
                     * @description The market that the mail leads to
                     * @default eu
                     * @enum {string}
                     */
                    region?: "eu" | "uk" | "us" | "jp";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockWatch"];
                };
            };
        };
    };
    "watches.removeOwn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "wishlist.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.items": {
        parameters: {
            query?: {
                /** @description Whose prices are told */
                region?: "eu" | "uk" | "us" | "jp";
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishPage"];
                };
            };
        };
    };
    "wishlist.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.merge": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The last added first; what is no product any more is left out */
                    productIds: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.unshare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wishlist"];
                };
            };
        };
    };
    "wishlist.shared": {
        parameters: {
            query?: {
                /** @description Whose prices are told */
                region?: "eu" | "uk" | "us" | "jp";
                /** @description Which language titles, texts and labels are to be in. What is not translated is told in English, field by field */
                language?: components["schemas"]["Language"];
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Unguessable: whoever has it may read the list */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedWishPage"];
                };
            };
        };
    };
    "drops.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drop"];
                };
            };
        };
    };
    "drops.takePlace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Made by who waits, new for each place and unguessable; all their tabs send the same */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is bought goes there: the pass is for this cart alone */
                    cartId: string;
                    /** @description From the answer before: it keeps the place, whatever the server loses */
                    ticket?: string;
                    /** @description How many were ahead in the answer before: waits for another number; where there are more than fifty, for one that is a fiftieth away */
                    seen?: number;
                    /**
                     * @description Seconds to wait for something new
                     * @default 0
                     */
                    wait?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DropPlace"];
                };
            };
        };
    };
    "drops.leavePlace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL name: lower case, unique, stable */
                handle: string;
                /** @description Made by who waits, new for each place and unguessable; all their tabs send the same */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "feedback.get": {
        parameters: {
            query?: {
                /** @description Of the questions; unless told, what the order or cart was in */
                language?: components["schemas"]["Language"];
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description From the link in a mail: whoever has it may answer */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
        };
    };
    "feedback.answer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description From the link in a mail: whoever has it may answer */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rating: number;
                    /**
                     * @description One of the survey's own options
                     * @default null
                     */
                    choice?: ("goods" | "delivery" | "packaging" | "price" | "ordering" | "nothing" | "shipping" | "delivery_time" | "payment" | "later" | "elsewhere" | "other") | null;
                    /**
                     * @description Plain text
                     * @default null
                     */
                    comment?: string | null;
                    /** @description Of the questions; unless told, what the order or cart was in */
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
        };
    };
    "feedback.stop": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description From the link in a mail: whoever has it may answer */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveysStopped"];
                };
            };
        };
    };
    "feedback.answers": {
        parameters: {
            query?: {
                kind?: "order" | "cart";
                /** @description Answered, and asked, from then on */
                since?: string;
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyAnswerPage"];
                };
            };
        };
    };
    "feedback.getAnswer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyAnswer"];
                };
            };
        };
    };
    "live.poll": {
        parameters: {
            query: {
                topics: string[];
                after?: string;
                /** @description Seconds to wait for a change */
                wait?: number;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollResult"];
                };
            };
        };
    };
    "events.list": {
        parameters: {
            query?: {
                /** @description The cursor that you came to. `latest`: only what comes next. Without it: from the oldest event that is kept */
                after?: string;
                /** @description Only events of these types */
                types?: string[];
                limit?: number;
                /** @description Seconds to wait when there is nothing yet (long poll) */
                wait?: number;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description Of a stream: id of the last event that was seen. Wins over `after`.
                 * @example 3f2a9c1b7d40:4711
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                    "text/event-stream": string;
                };
            };
        };
    };
    "webhooks.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "webhooks.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example https://erp.example/meridian */
                    url: string;
                    /**
                     * @description Events of these types only; none named: all
                     * @default []
                     */
                    types?: string[];
                    /** @default  */
                    description?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    "webhooks.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    "webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhooks.update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example https://erp.example/meridian */
                    url?: string;
                    /** @description Events of these types only; none named: all */
                    types?: string[];
                    description?: string;
                    /**
                     * @description Disabled: what waits is cancelled, and nothing is kept for it. Enabled again: what happens from then on is sent
                     * @enum {string}
                     */
                    state?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    "webhooks.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How long the old secret signs beside the new one
                     * @default 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    "webhooks.deliveries": {
        parameters: {
            query?: {
                state?: "pending" | "delivered" | "failed" | "cancelled";
                limit?: number;
                /** @description Opaque: `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The ETag that you have. Unchanged since: 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "webhooks.replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description One event that this endpoint was sent before */
                    eventId?: string;
                    /** @description Or every event of its types behind this cursor of the feed */
                    after?: string;
                    /** @description Up to this one; without it: up to now */
                    until?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of one event */
                        delivery: components["schemas"]["WebhookDelivery"] | null;
                        /** @description Of a range: how many places of the log are looked through */
                        positions: number;
                    };
                };
            };
        };
    };
    "webhooks.test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same for each retry of one intent: the first answer is given again.
                 * @example 7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    "live.watch": {
        parameters: {
            query: {
                /** @description `stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}` or `job:{jobId}` */
                topics: string[];
                /** @description Id of the last event that was seen, where Last-Event-ID can't be sent */
                after?: string;
            };
            header?: {
                /** @description Id of the last event that was seen */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveFrame"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "bulk.sendFile": {
        parameters: {
            query?: {
                /** @description Place in the file of the first byte that is sent; 0 begins anew */
                offset?: number;
                more?: boolean;
            };
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    "bulk.listRefusals": {
        parameters: {
            query?: {
                format?: "csv" | "ndjson";
            };
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    "bulk.getFile": {
        parameters: {
            query?: never;
            header?: {
                /** @example bytes=1048576- */
                Range?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
}
